/// The look of the page: light and dark, screen and paper, wide and narrow.
///
/// Series colours are Okabe and Ito's (jfly.uni-koeln.de/color), which colour-blind people tell apart, lightened where the
/// page is dark; dashes and markers say the same without colour.
enum StyleSheet {
    static let text: StaticString = """
        :root{--page:#fff;--ink:#1d2430;--quiet:#5a6472;--rule:#d9dee5;--soft:#f4f6f9;--grid:#e6eaef;\
        --c0:#0072b2;--c1:#e69f00;--c2:#d55e00;--c3:#7a828c;--c4:#1d2430}
        @media (prefers-color-scheme:dark){:root{--page:#14181e;--ink:#e6eaf0;--quiet:#a2acb9;--rule:#39424e;\
        --soft:#1c222a;--grid:#2a323c;--c0:#56b4e9;--c1:#f0b93a;--c2:#ff8549;--c3:#98a2ae;--c4:#e6eaf0}}
        *{box-sizing:border-box}
        html{color-scheme:light dark;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,\
        "Helvetica Neue",Arial,sans-serif}
        main,header,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2.2rem}
        h1{font-size:1.15rem;font-weight:600;margin:0;overflow-wrap:anywhere;unicode-bidi:isolate}
        h2{font-size:1.3rem;line-height:1.3;margin:2.8rem 0 .5rem}
        h3{font-size:1rem;margin:1.6rem 0 .3rem}
        p{margin:.5rem 0;max-width:46rem}
        .quiet,.meta{color:var(--quiet)}
        .meta{margin:.2rem 0 0;font-size:.9rem;overflow-wrap:anywhere}
        .answer{margin:1.4rem 0 1.6rem;padding:1.2rem 1.4rem 1.3rem;background:var(--soft);border-left:5px solid var(--c0);\
        border-radius:0 6px 6px 0}
        .answer h2{margin:0 0 .5rem;font-size:1.55rem}
        .answer p{font-size:1.05rem}.answer p.quiet{font-size:.92rem;margin-top:.8rem}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:.9rem;margin:0;padding:0}
        .card{border:1px solid var(--rule);border-radius:6px;padding:.8rem 1rem}
        .card dt{font-size:.88rem;color:var(--quiet);line-height:1.35}
        .card dd{margin:.25rem 0 0;font-size:.92rem}
        .card .big{font-size:1.5rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
        figure{margin:1rem 0 1.6rem}
        figcaption{margin-bottom:.5rem;max-width:46rem}
        .plot,.scroll{overflow-x:auto;background:linear-gradient(90deg,var(--page) 40%,transparent) 0 0,\
        linear-gradient(270deg,var(--page) 40%,transparent) 100% 0,\
        linear-gradient(90deg,var(--grid),transparent) 0 0,linear-gradient(270deg,var(--grid),transparent) 100% 0;\
        background-repeat:no-repeat;background-size:2.5rem 100%,2.5rem 100%,.9rem 100%,.9rem 100%;\
        background-attachment:local,local,scroll,scroll}
        .plot svg{display:block;width:100%;min-width:31rem;height:auto;font:13px system-ui,-apple-system,"Segoe UI",Roboto,\
        Arial,sans-serif;fill:var(--ink)}
        svg .quiet{fill:var(--quiet)}svg .strong{font-weight:600}\
        svg text{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}
        .grid{stroke:var(--grid);stroke-width:1}.axis{stroke:var(--quiet);stroke-width:1}
        .s0{--c:var(--c0)}.s1{--c:var(--c1)}.s2{--c:var(--c2)}.s3{--c:var(--c3)}.s4{--c:var(--c4)}
        .l{fill:none;stroke:var(--c);stroke-width:2;stroke-linejoin:round}
        .l.s1{stroke-dasharray:7 3}.l.s2{stroke-dasharray:2 2.5}.l.s3{stroke-dasharray:9 3 2 3}
        .l.thin{stroke-width:1.2;stroke-opacity:.7}.centre{fill:none;stroke:var(--quiet);stroke-width:1.3}
        .limit{fill:none;stroke:var(--c2);stroke-width:1.3;stroke-dasharray:6 3}
        .a{fill:var(--c)}.band{fill:var(--c);fill-opacity:.16}.m{fill:var(--c);stroke:var(--page);stroke-width:1}
        .blank{fill:var(--page)}.hollow{fill:none;stroke:var(--c);stroke-width:1.6}
        .whisker{stroke:var(--c);stroke-width:2;stroke-opacity:.75}.faint{stroke-dasharray:3 3;stroke-opacity:.6}
        .o0{--c:#0072b2}.o1{--c:#d55e00}.o2{--c:#f0e442}.o3{--c:#e69f00}.o4{--c:#009e73}.o5{--c:#4a5260}.o6{--c:#a9b0b8}
        .a.s2{stroke:var(--page);stroke-width:.5}
        details{margin:.3rem 0}summary{cursor:pointer;color:var(--quiet);font-size:.92rem}
        .scroll{margin:.5rem 0}
        table{border-collapse:collapse;font-size:.88rem;min-width:100%;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--quiet);padding:.2rem 0 .4rem}
        th,td{padding:.34rem .6rem;border-bottom:1px solid var(--rule);vertical-align:top;unicode-bidi:isolate}
        thead th{border-bottom:2px solid var(--rule);font-weight:600;vertical-align:bottom}
        tbody th{font-weight:400}
        .t{text-align:left}.n{text-align:right;white-space:nowrap}
        tbody th.t{min-width:11rem;overflow-wrap:anywhere}td.t,thead th.t+th.t{min-width:8rem}.meta span{white-space:nowrap}
        ul{padding-left:1.2rem;max-width:46rem}li{margin:.3rem 0}
        dl.terms dt{font-weight:600;margin-top:.7rem}dl.terms dd{margin:0;max-width:46rem}
        .story{list-style:none;margin:.4rem 0 1.6rem;padding:0}.story li{position:relative;margin:0;padding:0 0 .9rem 1.7rem;\
        max-width:46rem;overflow-wrap:anywhere;unicode-bidi:isolate}.story li::before{content:"";position:absolute;left:.5rem;\
        top:1.3rem;bottom:-.2rem;border-left:2px solid var(--quiet)}.story li.inferred::before{border-left-style:dashed}\
        .story li:last-child::before{display:none}.story svg{position:absolute;left:0;top:.25rem;width:1.1rem;height:1.1rem}\
        .story .when{color:var(--quiet);font-size:.88rem;display:block}
        footer{margin-top:3rem;padding-top:1rem;padding-bottom:2.5rem;border-top:1px solid var(--rule);font-size:.9rem;\
        color:var(--quiet)}
        a{color:var(--c0)}
        nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.92rem;margin-top:.8rem}nav a{white-space:nowrap}
        :focus-visible{outline:2px solid var(--c0);outline-offset:2px}
        @media (max-width:40rem){.answer{padding:1rem}.answer h2{font-size:1.3rem}h2{font-size:1.18rem}.meta span{white-space:normal}\
        .cards{grid-template-columns:1fr 1fr}.card{padding:.65rem .75rem}.card .big{font-size:1.25rem}}
        @media print{:root{--page:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--soft:#f4f4f4;--grid:#ddd;--c0:#0072b2;\
        --c1:#e69f00;--c2:#d55e00;--c3:#7a828c;--c4:#000}body{font-size:10.5pt}nav{display:none}\
        main,header,footer{max-width:none}figure,.card,.answer,tr{break-inside:avoid}h2,h3{break-after:avoid}\
        .plot,.scroll{overflow:visible;background:none}.plot svg{min-width:0}\
        figure details{display:none}table{font-size:8pt}td,th{padding:.2rem .35rem}.n{white-space:normal}\
        tbody th.t,td.t,thead th.t+th.t{min-width:0}.cards{grid-template-columns:repeat(4,1fr)}.story li{break-inside:avoid}\
        details::details-content{content-visibility:visible;block-size:auto}*{print-color-adjust:exact;\
        -webkit-print-color-adjust:exact}}

        """
}

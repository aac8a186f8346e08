extension GateConfiguration {
    /// A commented `andon.yml` that asks what is asked without one.
    package static let template = """
        # Gates of andon: what is looked at, and when the line is stopped. Without this file the same is asked.
        # Keep it outside the audited repository, or whoever writes the code sets its limits (--trust-config allows that).
        version: 1

        # Control charts: figures per period, judged by their own past.
        charts:
          period: month                 # or week
          recent: 3                     # a signal in one of so many last mature periods fails the chart's gate
          # baseline: first             # the first 24 mature periods; or a span: 2023-01..2024-12; or moving: two years for the
          #                             # next and the one that runs; by figure too: { reintroduction_gap: moving }
          # phases: [2024-06]           # since then operation is another; limits begin anew
          # frozen:                     # limits of an earlier run, from control_charts in its summary.json
          #   bug_inducing_share: { centre: 0.1, spread: 1.1, periods: 24 }
          # groups:                     # parts of the commits that are watched by themselves too
          #   - { name: AI in the core, class: ai, paths: [src, "!src/generated"] }

        # Every gate takes:
        #   action: none, second_reviewer or stop   # what to do if it fails; second_reviewer if it is left out
        #   required: true                          # no answer asks for the action too: exit status 5
        #   class: all, ai, ai_authored, ai_assisted, human or automation   # of a gap one of AI's
        #   paths: [src, "!src/generated"]          # pathspecs: commits that change these, and their lines there
        #   name: text
        gates:
          # chart: bug_inducing_share, revert_share, defects_per_kloc, new_code_churn_14d, reintroduction_gap
          - chart: bug_inducing_share
          - chart: revert_share
          - chart: reintroduction_gap
          - chart: new_code_churn_14d

          # gap: AI - human among commits alike in size, kind of file and quarter; fails if it surely exceeds the margin.
          #   bug_inducing, reverted, new_code_churn, line_survival, reintroduction
          - gap: bug_inducing
            margin: 0.05

          # unreviewed: large changes, of so many lines, that nobody but their author looked at
          - unreviewed: 400
            max: 0.1                    # share that may be
            days: 90                    # of the last so many days
            sample: 10                  # no answer below so many

          # figure: a fixed limit on any figure; max or min or both, days if wanted
          #   bug_inducing_90d, reverted_30d, reintroduction_90d, line_survival_180d, new_code_churn_14d, churn_share_14d,
          #   defects_per_kloc_90d, duplicate_blocks_per_mloc, fix_share, ai_commit_share, ai_line_share,
          #   review_coverage, commit_size_p90, commits, hot_files, live_chains
          # - figure: new_code_churn_14d
          #   name: churn of new AI code in src
          #   max: 0.3
          #   class: ai
          #   paths: [src, "!src/generated"]
          #   days: 365
          #   sample: 1000
          #   action: stop

        # The commits of a pull request: andon gate --range A..B. What is left out is not asked. Each takes class, paths,
        # action and required as a gate does: young_lines: { max: 0.5, class: ai, paths: [src, "!src/generated"] }
        range:
          hot_files: { max: 0 }         # files that had to be fixed often in the last year
          young_lines: { max: 0.5 }     # of the lines of others that are removed or changed, those younger than 14 days
          unreviewed_ai: { max: 0 }     # commits with an AI mark that no other person looked at
          duplicate_blocks: { max: 0 }  # blocks of five lines or more that stood elsewhere already

        """
}

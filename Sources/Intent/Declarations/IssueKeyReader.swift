/// Finds issue keys in a message. Linear; each key once, with its strongest relation, in order of appearance.
struct IssueKeyReader {
    private let text: MessageText
    private var keys: [IssueKey] = []
    private var lastEnd = -1
    private var lastRelation = IssueKey.Relation.mentions

    /// Keys that are kept of one message; release notes name thousands.
    private static let limit = 128

    static func keys(in text: MessageText) -> [IssueKey] {
        var reader = IssueKeyReader(text: text)
        for index in text.tokens.indices where reader.keys.count < limit { reader.read(index) }
        return reader.keys
    }

    private init(text: MessageText) {
        self.text = text
    }

    private mutating func read(_ index: Int) {
        let token = text.tokens[index]
        guard token.kind != .mark, isNumber(index) else { return }
        let digits = text.text(token.range)
        if token.isJoined, let previous = mark(index - 1), previous == UInt8(ascii: "#") {
            // `bug #1` is Bugzilla's, `#1` the forge's own.
            if let word = wordBefore(index - 1), trackers.contains(word.hash) {
                append("bug \(digits)", from: word.index, to: index)
            } else if index > 3, text.tokens[index - 1].isJoined, text.tokens[index - 2].isJoined,
                mark(index - 3) == UInt8(ascii: "/"), text.tokens[index - 2].kind != .mark,
                text.tokens[index - 4].kind != .mark
            {
                let project = text.tokens[index - 4].range.lowerBound..<text.tokens[index - 2].range.upperBound
                append("\(text.text(project))#\(digits)", from: index - 4, to: index)
            } else if index < 2 || !text.tokens[index - 1].isJoined || mark(index - 2).map(opens.contains) ?? false {
                append("#\(digits)", from: index - 1, to: index)
            }
        } else if token.isJoined, index > 0, text.tokens[index - 1].kind == .word,
            token.range.lowerBound == text.tokens[index - 1].range.upperBound + 1
        {
            readHyphenated(index, digits)
        } else if let slash = mark(index - 1), slash == UInt8(ascii: "/"), index > 1,
            addressParts.contains(text.tokens[index - 2].hash)
        {
            append("#\(digits)", from: index, to: index)
        } else if mark(index - 1) == UInt8(ascii: "="), index > 1, bugParameters.contains(text.tokens[index - 2].hash) {
            append("bug \(digits)", from: index, to: index)
        } else if let word = wordBefore(index), digits.utf8.count >= 3 || trackers.contains(word.hash),
            trackers.contains(word.hash) || counted.contains(word.hash)
        {
            append(counted.contains(word.hash) ? "#\(digits)" : "bug \(digits)", from: word.index, to: index)
        } else if mark(index - 1) == UInt8(ascii: "/"), let start = problemReport(before: index) {
            append("bug \(digits)", from: start, to: index)
        }
    }

    /// Where GCC's `PR c++/12345` begins, if the number at `index` ends one.
    private func problemReport(before index: Int) -> Int? {
        var position = index
        while position > 0, index - position < 6, text.tokens[position].isJoined { position -= 1 }
        return position > 0 && text.tokens[position - 1].hash == problem ? position - 1 : nil
    }

    /// `ABC-123`, `GH-123`, `CVE-2024-1234`; the number is the token at `index`.
    private mutating func readHyphenated(_ index: Int, _ digits: String) {
        let project = text.tokens[index - 1]
        let isPart =
            index + 1 < text.tokens.count && text.tokens[index + 1].isJoined
            && text.tokens[index + 1].range.lowerBound == text.tokens[index].range.upperBound + 1
            && text.tokens[index + 1].kind == .word
        guard !project.isJoined || mark(index - 2).map(opens.contains) ?? (index < 2) else {
            if index > 1, text.tokens[index - 2].hash == vulnerability, text.tokens[index - 1].isJoined {
                append("CVE-\(text.text(project.range))-\(digits)", from: index - 2, to: index)
            }
            return
        }
        guard !isPart, !noProjects.contains(project.hash), digits.utf8.count <= 7 else { return }
        if project.hash == forge {
            append("#\(digits)", from: index - 1, to: index)
            return
        }
        let name = text.bytes[project.range]
        guard name.count >= 2, name.count <= 10, (65...90).contains(name.first!), digits.first != "0",
            name.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) })
        else { return }
        append("\(String(decoding: name, as: UTF8.self))-\(digits)", from: index - 1, to: index)
    }

    private mutating func append(_ key: String, from start: Int, to end: Int) {
        let relation = relation(before: start, isLast: end)
        lastEnd = end
        lastRelation = relation
        if let known = keys.firstIndex(where: { $0.text == key }) {
            if keys[known].relation < relation { keys[known] = IssueKey(text: key, relation: relation) }
        } else {
            keys.append(IssueKey(text: key, relation: relation))
        }
    }

    /// What stands before a key: a verb at most five tokens away, or an earlier key of the same list.
    private func relation(before start: Int, isLast end: Int) -> IssueKey.Relation {
        var position = start - 1
        while position >= 0, start - position <= 5 {
            let token = text.tokens[position]
            if position == lastEnd { return lastRelation == .change ? .mentions : lastRelation }
            if token.kind == .mark {
                guard "[(:#,&".utf8.contains(token.mark) else { break }
            } else if fixWords.contains(token.hash) {
                return .fixes
            } else if closeWords.contains(token.hash) {
                return .closes
            } else if !keyFillers.contains(token.hash) {
                break
            }
            position -= 1
        }
        let isSubject = text.tokens[start].line == text.subject
        guard isSubject, let last = text.subjectTokens.last else { return .mentions }
        let isAtEnd = end + 1 == last && mark(end + 1) == UInt8(ascii: ")") && mark(start - 1) == UInt8(ascii: "(")
        let isPull = start > 0 && changeWords.contains(text.tokens[start - 1].hash)
        return (isAtEnd && mark(start) == UInt8(ascii: "#")) || isPull ? .change : .mentions
    }

    private func mark(_ index: Int) -> UInt8? {
        index >= 0 && index < text.tokens.count && text.tokens[index].kind == .mark ? text.tokens[index].mark : nil
    }

    /// The word before a token, over one mark such as `:` or `(`, and the word "id".
    private func wordBefore(_ index: Int) -> (hash: UInt64, index: Int)? {
        var position = index - 1
        while position >= 0, index - position <= 3, text.tokens[position].line == text.tokens[index].line {
            let token = text.tokens[position]
            if token.kind == .mark {
                guard ":#=".utf8.contains(token.mark) else { return nil }
            } else if token.hash != identifier {
                return (token.hash, position)
            }
            position -= 1
        }
        return nil
    }

    private func isNumber(_ index: Int) -> Bool {
        let range = text.tokens[index].range
        return range.count <= 9 && text.bytes[range].allSatisfy { (48...57).contains($0) }
    }
}

private let trackers = Token.hashes(
    """
    bug bugs bugzilla bz rhbz pr lp bsc boo bnc tracker defect crbug coverity cid bugid
    """)
private let counted = Token.hashes("issue issues ticket tickets")
private let addressParts = Token.hashes("issues issue bugs bug ticket tickets show pull browse work_items")
private let bugParameters = Token.hashes("id bug bugs issue aid")
private let fixWords = Token.hashes("fix fixes fixed fixing bugfix hotfix")
private let closeWords = Token.hashes("close closes closed closing resolve resolves resolved resolving solves")
private let keyFillers = Token.hashes(
    """
    bug bugs issue issues ticket tickets the and gh pr for of bugzilla problem in see
    """)
private let changeWords = Token.hashes("request pr mr pull")
private let opens = Set("([{\"'`,;:/<".utf8)
private let identifier = Token.hash("id".utf8)
private let forge = Token.hash("gh".utf8)
private let vulnerability = Token.hash("cve".utf8)
private let problem = Token.hash("pr".utf8)

/// Names before a hyphen and a number that are standards, formats and parts, not projects of a tracker.
private let noProjects = Token.hashes(
    """
    utf sha iso rfc md cve aes rsa des http https tls ssl ieee usb ascii cp base windows latin koi8 gb big5 euc jis
    ucs utf8 pep jsr ecma mpeg mp h x x86 arm armv cortex sse avx fp int uint float double i2c pci pcie ddr sata
    scsi ata nvme ac dc vt pdp gpt claude o1 covid level phase step part stage version ver rev v rc beta alpha
    release build page line chapter section table figure step day week year q1 q2 q3 q4 f8 python java c99 c11 php
    perl py gcc clang llvm gtk qt kde linux ubuntu debian rhel el centos fedora sles android ios osx opengl gl dx
    k8s log4j log4shell apache bsd gpl lgpl agpl mit mpl cddl epl artistic cc ld as is in on of to at by type class
    mode core hash blake crc adler md5 pkcs rot non multi single dual quad zero one two three sub pre post am am335x
    imx mx omap stm32 esp nrf at91 rtl bcm s3c vp av1 hevc rgb yuv bgr yv vga hdmi dp rs cat rj lte wifi ble nfc cwe
    cap dvb top max min sff eui zuc shake en fips nist snow kasumi sm gcm ctr ecb cbc dsc ia ft
    """)

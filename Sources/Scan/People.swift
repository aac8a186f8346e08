import Git

/// Who is who, by the mailmap of the analysed revision. Marks are read before; merging people erases none.
struct People {
    private let mailmap: Mailmap

    init(history: History, repository: borrowing Repository) throws(GitError) {
        let text = try repository.file(at: ".mailmap", in: history.trees[history.tip], sizeLimit: 4 << 20)
        mailmap = Mailmap(text: text ?? [])
    }

    func resolve(_ identity: Identity) -> Identity {
        mailmap.resolve(identity)
    }
}

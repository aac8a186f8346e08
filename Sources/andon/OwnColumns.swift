/// Names for the columns that Andon puts beside those of a user's table.
enum OwnColumns {
    /// - Returns: each name as it is, or with `andon_` in front, as often as it takes to differ from all of the table's.
    static func names(_ names: [String], beside header: [String]) -> [String] {
        let taken = Set(header)
        return names.map { plain in
            var name = plain
            while taken.contains(name) { name = "andon_" + name }
            return name
        }
    }
}

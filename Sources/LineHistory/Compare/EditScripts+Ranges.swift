import Git

/// The parts that belong to one script. Here and not beside their arrays: another module's functions are not inlined, and what
/// calls them copies all eight arrays of the scripts.
extension EditScripts {
    /// Top to bottom; made anew at each call.
    func hunks(of script: EditScript) -> [Hunk] { hunks.hunks(in: script.hunks) }

    func continuations(of script: EditScript) -> ArraySlice<Continuation> {
        continuations[Int(script.continuations.lowerBound)..<Int(script.continuations.upperBound)]
    }

    func updates(of script: EditScript) -> ArraySlice<LineUpdate> {
        updates[Int(script.updates.lowerBound)..<Int(script.updates.upperBound)]
    }
}

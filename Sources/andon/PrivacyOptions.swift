import ArgumentParser

/// Whose names are printed; the same for every command that prints some.
struct PrivacyOptions: ParsableArguments {
    @Flag(help: "Print Person 1, Person 2 ... for names and addresses, in texts and paths too.")
    var pseudonyms = false
}

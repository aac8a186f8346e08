import CLibgit2

/// Exchanges two files or folders in one step, so that at every moment either stands at either place.
///
/// - Returns: false where the system or the file system cannot; then nothing has changed.
package func exchangeFiles(_ left: String, _ right: String) -> Bool {
    andon_exchange(left, right) == 0
}

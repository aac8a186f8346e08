/// A commit's position in its history, parents first.
package typealias CommitPosition = Int

extension Array {
    /// The same elements where an array that grew keeps room for up to as many again: what stays to the end of a scan gives it back.
    var withoutSpareRoom: [Element] {
        capacity - count > count / 8 ? map(\.self) : self
    }
}

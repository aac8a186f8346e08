extension Array {
    /// The same elements where an array that grew keeps room for up to as many again: what stays to the end of a scan gives it back.
    var withoutSpareRoom: [Element] {
        guard capacity - count > count / 8 else { return self }
        var copy: [Element] = []
        copy.reserveCapacity(count)
        copy += self
        return copy
    }
}

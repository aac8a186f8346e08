/// Items that have a number in common.
struct NumberedGroup<Item> {
    let number: Int
    var items: [Item]
}

extension Sequence {
    /// The items by a number that each has, ascending by it, those of one number in their order.
    ///
    /// As good as linear where items of one number mostly stand together, as commits of one time or class do.
    func grouped(by number: (Element) -> Int) -> [NumberedGroup<Element>] {
        var groups: [NumberedGroup<Element>] = []
        var places: [Int: Int] = [:]
        var last = 0
        for item in self {
            let own = number(item)
            if groups.isEmpty || groups[last].number != own {
                last = places[own] ?? groups.count
                if last == groups.count {
                    places[own] = last
                    groups.append(NumberedGroup(number: own, items: []))
                }
            }
            groups[last].items.append(item)
        }
        return groups.sorted { $0.number < $1.number }
    }
}

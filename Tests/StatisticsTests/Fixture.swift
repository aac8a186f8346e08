import Foundation
import Statistics

/// Reference values made by Scripts/reference-statistics.
enum Fixture {
    static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/statistics")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Content.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
    }
}

/// Equal to the ninth digit; differences of rounding around 0 count as 0.
func isClose(_ value: Double?, _ expected: Double?, relative: Double = 1e-9, absolute: Double = 1e-14) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= max(relative * abs(expected), absolute)
}

func isClose(_ interval: Interval?, _ expected: [Double]?) -> Bool {
    guard let interval, let expected else { return interval == nil && expected == nil }
    return isClose(interval.lower, expected[0]) && isClose(interval.upper, expected[1])
}

func isClose(_ bounds: Bounds?, _ expected: [Double?]?) -> Bool {
    guard let bounds, let expected else { return bounds == nil && expected == nil }
    return isClose(bounds.lower, expected[0]) && isClose(bounds.upper, expected[1])
}

import Basics
import Foundation
@testable import Pages
import Testing

@Suite("The frame of every page")
struct FrameTests {
    private let placePath = PagePath<String>("/place/*")

    private func frame(_ entries: Int) -> Frame {
        let menu = (1...entries).map { MenuEntry("Place \($0)", placePath("0"), place: "place\($0)", order: $0) }
        return Frame(trust: "Harebell", viewer: "Amira", menu: menu, doors: FrameDoors(), search: nil, today: Day(number: 20_000))
    }

    struct Line: Sendable {
        let entries: Int, place: String, more: String?
    }

    @Test("The menu shows six entries, and the rest under More, which names where one is", arguments: [
        Line(entries: 7, place: "place7", more: nil),
        Line(entries: 8, place: "place1", more: "<summary>More</summary>"),
        Line(entries: 8, place: "place8", more: "<summary class=\"current\">More: Place 8</summary>"),
    ])
    func menu(_ line: Line) {
        let page = frame(line.entries).around("", title: "T", place: line.place).string
        #expect(page.components(separatedBy: "<a href=\"/place/0\"").count == line.entries + 1)
        #expect(page.components(separatedBy: "aria-current").count == 2)
        if let more = line.more { #expect(page.contains(more)) } else { #expect(!page.contains("<details>")) }
    }
}

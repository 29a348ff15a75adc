@testable import Accounts
import Basics
import Testing

@Suite("Which passwords are taken")
struct PasswordRuleTests {
    let rule = PasswordRule(names: ["Amira", "Khan", "amira.khan84"], places: ["Elm Primary School", "Larkfield Learning Trust"])

    @Test("Long ones of any characters", arguments: [
        "plum ladder estuary", "correct horse battery", "violin-teapot-glacier", "Tunnel7 marmalade", "kettle orbit hedge", "xK9#mP2$vQ7w",
        "شجرة نهر قلم جبل", "🦔 tractor meadow 🫖", "wardrobe thistle plank", "grumble42kayak!fern", "realistic mountain goat", "elmwood tram biscuits",
    ])
    func fine(password: String) { #expect(rule.problem(with: password) == nil) }

    static let guessed: [(String, String)] = [
        ("short horse", "fewer than 12"), ("", "fewer than 12"), (String(repeating: "plum ladder ", count: 20), "longer than 200"),
        ("aaaaaaaaaaaa", "again and again"), ("abcabcabcabc", "again and again"), ("password1password1", "again and again"), ("ababbaabbaab", "again and again"),
        ("123456789012", "in order"), ("qwertyuiop[]", "in order"), ("abcdefghijklm", "in order"), ("1q2w3e4r5t6y", "in order"), ("zaq12wsxcde3", "in order"),
        ("QWERTYuiop123", "in order"), ("asdfghjkl1234", "in order"),
        ("07700 900123 4", "number"), ("19/04/1984-2019", "number"),
        ("amira plum ladder", "your own name"), ("Kh4n plum ladder", "your own name"), ("xxAMIRAyyzz12ab", "your own name"), ("ámïra teapot sky", "your own name"),
        ("Larkfield teapots", "school or trust"), ("elm teapot orbit", "school or trust"), ("l4rkf13ld teapots", "school or trust"),
        ("Password1234!", "Many people"), ("P@ssw0rd2024!", "Many people"), ("Liverpool2019", "Many people"), ("ManchesterUnited1", "Many people"), ("iloveyou12345", "Many people"),
        ("!!!Summer2026", "Many people"), ("passwordletmein", "Many people"), ("Welcome-to-123", ""), ("correcthorsebatterystaple", "Many people"), ("Butterfly2010", "Many people"),
        ("5unf10w3r2020!", "Many people"), ("Teacher-School-1", "Many people"), ("p a s s w o r d 1", "Many people"),
    ]

    @Test("Not what programs that guess try first", arguments: guessed)
    func refused(password: String, why: String) {
        if why.isEmpty { return }
        #expect(rule.problem(with: password)?.contains(why) == true, "\(password): \(rule.problem(with: password) ?? "taken")")
    }

    @Test("Each message says how to mend it, and never what was typed")
    func messages() {
        for (password, why) in Self.guessed where !why.isEmpty && password.count > 3 {
            let message = rule.problem(with: password) ?? ""
            #expect(message.contains("words that have nothing to do") || message.contains("Choose a shorter one"))
            #expect(!message.contains(password))
        }
    }

    @Test("Three words drawn from a list are nearly always taken")
    func drawn() {
        let words = "anchor basin cactus dagger easel funnel gravel hammock igloo jungle kettle ladle magnet noodle orchard pebble quilt ribbon saddle thimble umbrella velvet walnut yoghurt zipper"
            .split(separator: " ")
        for one in words { for two in words where two != one { for three in words where three != two && three != one {
            let password = "\(one) \(two) \(three)"
            #expect(rule.problem(with: password) == nil, "\(password)")
        } } }
    }

    @Test("Words common to all schools' names may stand in a password")
    func ordinaryWords() { #expect(rule.problem(with: "primary teapot orbit") == nil && rule.problem(with: "learning glacier fern") == nil) }

    @Test("The problem stands beside the field")
    func field() {
        #expect { try rule.check("short", field: "new") } throws: { ($0 as? Problems)?.list.first?.field == "new" }
    }
}

import Basics

extension WordingCheck {
    /// Whether it is the pupil's, and one adult sees to it.
    static let ownership: [WordingCheck] = [
        .when("no-owner", "Nobody sees to it", .owner, looksFor: "An outcome without an owner.",
              reason: "One named adult keeps it in mind, asks how it goes and brings the numbers to the review.",
              example: WordingExample(.owner, "", "Mrs Hill, class teacher")) { Wording($0.owner).isEmpty },
        .when("owned-by-all", "Everybody is nobody", .owner, looksFor: "All staff, everyone, the school or a team as the owner.",
              reason: "All may work on it, but one must see to it. Name that person.",
              example: WordingExample(.owner, "All staff", "Mr Osei, form tutor")) { outcome in
            ["all staff", "everyone", "everybody", "all adults", "all teachers", "teachers", "staff", "school", "the school", "various", "team", "the team", "send team"]
                .contains(Wording(outcome.owner).words.joined(separator: " "))
        },
        WordingCheck(
            id: "adult-does-it", title: "An adult is the one who acts", looksFor: "An outcome that begins with staff, adults, teachers, parents, the school or we.",
            reason: "What adults do is a strategy or provision. Begin with the pupil, and say what the pupil will do.",
            example: WordingExample("Staff will check in with Sam each morning.", "Sam shows how he feels on a colour chart at the start of the morning.")
        ) { outcome in
            let adults = ["staff", "adults", "an adult", "teacher", "teachers", "the teacher", "ta", "tas", "the school", "school", "we", "parents", "all staff", "all teachers"]
            return Wording(outcome.words).beginning(with: adults).map { [WordingHit(part: .words, said: $0)] } ?? []
        },
        WordingCheck(
            id: "other-name", title: "Another child’s name stands here", looksFor: "The forename of another pupil of the same classes.",
            reason: "The plan is read by this family, and may be copied. Another child’s name is that child’s data; a name left over from another plan is a breach of both.",
            example: WordingExample("Noor joins a game at playtime.", "Sam joins a game at playtime with two classmates.")
        ) { outcome in
            WordingPart.allCases.filter { $0 != .owner && $0 != .due }.compactMap { part in
                outcome.others.first { OtherName($0, beside: outcome.called).stands(in: outcome[part]) }.map { WordingHit(part: part, said: $0) }
            }
        },
        .when("he-and-she", "He and she stand side by side", .words, looksFor: "Both he, him or his, and she or her, in one outcome.",
              reason: "It is often the trace of a text that was copied from another child’s plan. Check whose it was.",
              example: WordingExample("Sam packs his bag with her checklist.", "Sam packs his bag with his checklist.")) { outcome in
            let wording = Wording(outcome.words)
            return wording.first(of: ["he", "him", "his", "himself"]) != nil && wording.first(of: ["she", "her", "hers", "herself"]) != nil
        },
    ]
}

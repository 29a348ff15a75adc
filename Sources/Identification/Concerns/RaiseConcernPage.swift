import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says that something about a pupil worries one.
public let raiseConcernPath = PagePath<PupilID>("/pupils/*/concerns/raise")

let raiseConcern = PupilAct(
    about: [], needs: .raiseConcern,
    start: { reader, _, ask in
        // From a suggestion, for those who find it: its figure stands in the form, to be put into one's own words.
        guard ask.viewer.may(.changeRegister), let rule = ask.query["signal"].nonEmpty else { return [] }
        let signals = try reader.signals(for: ask.viewer.doing(.changeRegister), on: ask.today, pupil: ask.pupil)
        return signals.filter { $0.rule == rule }.map { ("observed", $0.words) }
    },
    form: { _, record, ask, write in
        PupilForm(
            title: "Raise a concern about \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName). It goes to the SENCO, who decides and tells you.",
            button: "Send to the SENCO",
            fields: """
                \(write.checkboxes("areas", "What is it about?", areaChoices, hint: "Tick all that fit."))\
                \(write.longText("observed", "What do you see?", hint: "What happens, where and how often.", aboutChild: ask.notice))\
                \(write.text("since", "Since when?", hint: "A day, a month, or in your own words.", aboutChild: ask.notice))\
                \(write.longText("tried", "What have you tried?", hint: "Leave it empty if nothing yet.", rows: 2, aboutChild: ask.notice))\
                \(write.longText("how_it_went", "How did it go?", rows: 2, aboutChild: ask.notice))\
                \(write.radios("family_told", "Does the family know that you are worried?", Concern.FamilyTold.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.longText("family_said", "What did they say?", rows: 2, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let concern = try writer.raise(typed.concern, about: record, for: ask.viewer)
        return concernPath(record.pupil.id, concern.row).asking(["saved": "raised"])
    })

extension FormValues {
    var concern: RaiseConcern {
        RaiseConcern(areas: all("areas"), seen: self["observed"], since: self["since"], tried: self["tried"], howItWent: self["how_it_went"],
                     familyTold: self["family_told"], familySaid: self["family_said"])
    }
}

/// The areas of need in everyday words.
private let areaChoices = [
    Choice(AreaOfNeed.communication.key, AreaOfNeed.communication.label, hint: "Talking, understanding, getting on with others"),
    Choice(AreaOfNeed.cognition.key, AreaOfNeed.cognition.label, hint: "Learning, remembering, reading, writing, numbers"),
    Choice(AreaOfNeed.mentalHealth.key, AreaOfNeed.mentalHealth.label, hint: "Feelings, behaviour, attention, friendships"),
    Choice(AreaOfNeed.sensory.key, AreaOfNeed.sensory.label, hint: "Seeing, hearing, moving, noise, touch"),
    Choice(RaiseConcern.notSure, "Not sure", hint: "That is a fair answer."),
]

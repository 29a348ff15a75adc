import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Puts right what was entered of advice.
let changeAdvice = PupilAct(
    about: ["advice", "recommendation"], needs: .refer,
    start: { reader, _, ask in
        let held = try reader.standingAdvice(ask), advice = held.advice
        return held.recommendations.map { (name: CorrectRecommendation.field($0), text: $0.words) } + [
            ("agency", advice.agency.map { "\($0)" } ?? ""), ("author", advice.author), ("written_on", "\(advice.writtenOn)"), ("received_on", "\(advice.receivedOn)"),
            ("paper", advice.paper.map { "\($0)" } ?? ""), ("summary", advice.summary),
        ]
    },
    form: { reader, record, ask, write in
        let held = try reader.standingAdvice(ask)
        let each: [HTML] = held.recommendations.enumerated().map { place, recommendation in
            write.longText(CorrectRecommendation.field(recommendation), "Recommendation \(place + 1)", rows: 2, aboutChild: ask.notice)
        }
        return PupilForm(title: "Put advice about \(record.pupil.calledName) right", lead: "\(record.pupil.fullCalledName). What stood there before stays in the history of the record. What you made of each recommendation stays as it is.",
                         button: "Save the advice", fields: try adviceFields(reader, record, ask, write, held.advice.referralRow) + (each.isEmpty ? "" : "<h2>What is recommended</h2>\(each)"))
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.standingAdvice(ask), advice = held.advice
        for recommendation in held.recommendations where typed.has(CorrectRecommendation.field(recommendation)) {
            try writer.save(CorrectRecommendation(typed[CorrectRecommendation.field(recommendation)]).applied(to: recommendation))
        }
        let saved = try writer.save(writer.typedAdvice(typed, record, ask, advice.referralRow, now: advice.paper).applied(to: advice, today: ask.today))
        return advicePath(record.pupil.id, saved.row).asking(["saved": "changed"])
    })

/// Takes out advice that was entered by mistake.
let withdrawAdvice = PupilAct(
    about: ["advice"], needs: .refer,
    form: { reader, record, ask, write in
        let advice = try reader.standingAdvice(ask).advice
        return PupilForm(title: "Take this advice out", lead: "\(record.pupil.fullCalledName), \(advice.author). It and its recommendations count for nothing from today. The history of the record keeps what it said.",
                         button: "Take it out", fields: write.longText("reason", "Why?", hint: "Such as: it is about another pupil.", rows: 2, aboutChild: ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        let advice = try writer.standingAdvice(ask).advice
        try writer.endLinks(of: advice)
        try writer.save(WithdrawAdvice(because: typed["reason"]).applied(to: advice, today: ask.today))
        return advicePath(record.pupil.id, advice.row).asking(["saved": "withdrawn"])
    })

import AreaKit
import Basics
import Pages

/// Puts a pupil on the watch list and takes them off it.
let startWatchingPath = PagePath<PupilID>("/pupils/*/watch")
let stopWatchingPath = PagePath<PupilID>("/pupils/*/watch/end")

let startWatching = PupilAct(
    about: registerTables, saved: "watch",
    start: { _, ask in [("look_again", ask.today.adding(months: 2).description)] },
    form: { record, ask, write in
        PupilForm(
            title: "Put \(record.pupil.calledName) on the watch list", button: "Put on the watch list",
            fields: """
                \(notice("The watch list is not the SEN register. Nobody decides that there is a need; somebody looks again."))\
                \(write.longText("reason", "What are you watching for?", hint: "A sentence or two. The family may read this.", aboutChild: ask.notice))\
                \(write.day("look_again", "Look again by"))
                """)
    },
    save: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let act = StartWatching(school: school.id, reason: typed["reason"], lookAgain: try typed.day("look_again"))
        try writer.save(try act.applied(to: record.register, today: ask.today), of: record, on: ask.today)
    })

let stopWatching = PupilAct(
    about: registerTables, saved: "watch-ended",
    form: { record, ask, write in
        guard let watch = record.register.watch(on: ask.today) else { throw NotFound() }
        return PupilForm(
            title: "Take \(record.pupil.calledName) off the watch list",
            lead: "\(record.pupil.fullCalledName). Watched \(watch.spell.inWords): “\(watch.reason)”", button: "Take off the watch list",
            fields: write.longText("reason", "What did you find?", hint: "A sentence or two. If there is a need, add it to the register instead.", aboutChild: ask.notice))
    },
    save: { writer, record, ask, typed in
        try writer.save(try StopWatching(reason: typed["reason"]).applied(to: record.register, today: ask.today), of: record, on: ask.today)
    })

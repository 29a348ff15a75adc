import Access
import Basics
import Pages
import People
import Plans

extension ProvisionSheet {
    /// What this person can do about it, the next step first.
    var actsCard: HTML {
        let id = run.id
        var links: [HTML] = []
        if run.isRunning, run.starts <= today, seen.powers.contains(.logSessions), seen.whole.pattern(on: today)?.proof != Proof.none { links.append(linkButton("Log today’s sessions", todaysSessionsPath())) }
        if seen.works, run.isRunning {
            if hasMoreOutcomes { links.append(linkButton("Link outcomes", linkOutcomesPath(id), aside: true)) }
            links += [linkButton("Change the week", changeProvisionPath(id), aside: true)]
            if run.schoolClass == nil { links.append(linkButton("Let pupils join", joinProvisionPath(id), aside: true)) }
            links.append(linkButton("End this provision", endProvisionPath(id), aside: true))
            if canBeTakenBack { links.append("<a href=\"\(takeBackProvisionPath(id))\">Take it back</a>") }
        }
        if run.starts <= today, !seen.whole.members.isEmpty, seen.powers.contains(.logSessions) { links.append(linkButton("Log a session beside the week", moreSessionPath(id), aside: true)) }
        if seen.powers.contains(.keepCosts) { links.append("<a href=\"\(recordCostPath(id))\">Write down what was bought</a>") }
        if !seen.isFamily { links.append("<a href=\"\(timetablePath().asking(["school": "\(run.school)"]))\">See the timetable</a>") }
        links.append(printButton("Print this page"))
        return card("What you can do", printed: false, "<p class=\"actions\">\(links.joined(" "))</p>")
    }

    var whatCard: HTML {
        let entry: HTML = seen.isFamily ? "\(seen.intervention.name)" : "<a href=\"\(interventionPath(seen.intervention.id))\">\(seen.intervention.name)</a>"
        var list: [(String, HTML)] = [("What", entry), ("Days", "\(seen.daysInWords)")]
        if let ended = run.endedOn, !run.because.isEmpty, !seen.isFamily { list.append(("Ended on \(ended.inWords) because", "\(run.because)")) }
        if let week = seen.whole.pattern(on: min(max(today, run.starts), run.spell.ends ?? .distantFuture)) { list += facts(of: week) }
        if let className { list.append(("For", "the whole class \(className)")) } else if seen.whole.members.isEmpty { list.append(("For", "everyone at the school")) }
        if let day = run.doNotJudgeBefore, !seen.isFamily { list.append(("Not judged before", "\(day.inWords)")) }
        return card("What, when and who", id: "what", Pages.facts(list))
    }

    private func facts(of week: WeeklyPattern) -> [(String, HTML)] {
        let times: [HTML] = week.times.map { "<li>\($0.inWords(staff))</li>" }
        let when: HTML = times.isEmpty ? "No times of its own: it is used all day." : "<ul class=\"plain\">\(times)</ul>"
        if seen.isFamily { return [("When", when)] }
        let money = FundingStream.named(week.funding)?.label ?? "The school’s own budget"
        let price: HTML = week.sessionPrice > Pence(0) ? ", \(week.sessionPrice.description) a session" : ""
        return [("When", when), ("A week", "\(count(week.minutesAWeek, "minute"))"), ("Group", "\(week.plannedSize == 1 ? "One to one" : "for \(count(week.plannedSize, "pupil"))")"), ("Proof", "\(week.proof.label)"), ("Money", "\(money)\(price)")]
    }

    /// Who takes part, with their minutes so far; of those out of sight, how many.
    var membersCard: HTML {
        let shown = seen.whole.members.filter { seen.pupils[$0.pupil] != nil }
        if seen.whole.members.isEmpty { return "" }
        let rows: [HTML] = shown.map(row), hidden = Set(seen.whole.members.map(\.pupil)).subtracting(seen.pupils.keys).count
        let more: HTML = hidden == 0 || seen.isFamily ? "" : "<p>And \(count(hidden, "more child", "more children")).</p>"
        let heads = [head("Pupil"), head("Takes part"), head("Planned", number: true), head("Offered", number: true), head("Received", number: true), head("Not proved", number: true)]
        let ends: [HTML] = seen.works && run.isRunning ? [head("")] : []
        let list: HTML = rows.isEmpty ? "" : table("Who takes part, with their minutes so far", heads + ends, rows)
        return card("Who takes part", id: "pupils", "\(list)\(more)<p class=\"hint\">Minutes so far. Offered: the school was ready. Received: the pupil was there. Not proved: the time is over, and nobody has said what happened.</p>")
    }

    private func row(_ member: ProvisionMember) -> HTML {
        guard let pupil = seen.pupils[member.pupil] else { return "" }
        let minutes = minutes[member.pupil] ?? MinutesSoFar()
        let name: HTML = opened.contains(pupil.id) ? "<a href=\"\(pupilPath(pupil.id))\">\(pupil.name)</a>" : "\(pupil.name)"
        let leaves: HTML = member.spell.ends == nil && worked.contains(pupil.id) ? "<a href=\"\(leaveProvisionPath(run.id, member.id))\">Leaves<span class=\"unseen\">: \(pupil.called)</span></a>" : ""
        let act: HTML = seen.works && run.isRunning ? "<td class=\"no-print\">\(leaves)</td>" : ""
        let because: HTML = member.because.isEmpty || seen.isFamily ? "" : "<br><span class=\"quiet\">\(member.because)</span>"
        return """
            <tr><th scope="row">\(name)\(pupil.className.isEmpty ? "" : "<span class=\"quiet\"> \(pupil.className)</span>")</th><td data-label="Takes part">\(member.spell.shortWords)\(because)</td>\
            <td class="number" data-label="Planned">\(minutes.planned)</td><td class="number" data-label="Offered">\(minutes.offered)</td><td class="number" data-label="Received">\(minutes.received)</td>\
            <td class="number" data-label="Not proved">\(minutes.unproved)</td>\(act)</tr>
            """
    }

    var outcomesCard: HTML {
        if run.kind == .universal && seen.whole.outcomes.isEmpty { return "" }
        let numbers = Dictionary(seen.whole.outcomes.map { ($0.outcome, $0.id) }) { $1 }
        let items: [HTML] = outcomes.map { outcome in
            let unlink: HTML = worked.contains(outcome.pupil) ? numbers[outcome.id].map { " <a class=\"no-print\" href=\"\(unlinkOutcomePath(run.id, $0))\">Unlink<span class=\"unseen\">: \(outcome.words)</span></a>" } ?? "" : ""
            return "<li><b>\(seen.pupils[outcome.pupil]?.called ?? ""):</b> \(outcome.words)\(unlink)</li>"
        }
        let none: HTML = seen.isFamily ? "<p>None is linked.</p>" : "<p>None is linked yet. A provision serves outcomes of a plan, so that one can tell whether it works.</p>"
        let link: HTML = hasMoreOutcomes ? "<p class=\"actions\">\(linkButton("Link outcomes", linkOutcomesPath(run.id), aside: !items.isEmpty))</p>" : ""
        return card("Outcomes that it serves", id: "outcomes", "\(items.isEmpty ? none : "<ul>\(items)</ul>")\(link)")
    }

    var boughtCard: HTML {
        if !seen.powers.contains(.seeCosts) || costs.isEmpty { return "" }
        let rows: [HTML] = costs.map { cost in
            let whom = cost.pupil.flatMap { seen.pupils[$0]?.called }.map { "for \($0)" } ?? "shared"
            return "<tr><th scope=\"row\">\(cost.kind.label)\(cost.words.isEmpty ? "" : ": \(cost.words)")</th><td data-label=\"On\">\(cost.day.short)</td><td data-label=\"For whom\">\(whom)</td><td class=\"number\" data-label=\"Cost\">\(cost.amount.description)</td></tr>"
        }
        return card("Bought for it", id: "bought", table("Bought for it", [head("What"), head("On"), head("For whom"), head("Cost", number: true)], rows))
    }

    /// How its week was before, and will be.
    var weeksCard: HTML {
        if seen.whole.patterns.count < 2 || seen.isFamily { return "" }
        let items: [HTML] = seen.whole.patterns.reversed().map { week in
            "<li><b>\(week.spell.inWords):</b> \(week.times.map { $0.inWords(staff) }.joined(separator: "; ")). Group of \(week.plannedSize). \(week.proof.label).</li>"
        }
        return card("How its week was", id: "weeks", "<ul>\(items)</ul>")
    }
}

extension WeeklyTime {
    /// `Tuesday 09:15, 30 minutes, Tess Lowe (Teaching assistant), in Den`.
    func inWords(_ staff: StaffNames) -> String {
        let who = adults.map { adult in
            let role = StaffRole.label(adult.role)
            return adult.staff.flatMap { staff[$0] }.map { "\($0) (\(role.lowercasedStart))" } ?? role
        }.joined(separator: " and ")
        return ["\(Day.weekdays[weekday - 1]) \(startsAt), \(Basics.count(minutes, "minute"))", who, room.isEmpty ? "" : "in \(room)"].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    /// `teaching assistant`, but `SENCO`.
    fileprivate var lowercasedStart: String { dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst() }
}

extension Spell {
    /// `from 3 Sep 2026`, or `3 Sep 2026 to 17 Jul 2027`.
    var shortWords: String { ends.map { "\(starts.short) to \($0.short)" } ?? "from \(starts.short)" }
}

import Access
import Basics
import Pages
import People

/// Who looks a data drop through: what they said and asked, what was answered, and the form of whoever's turn it is.
struct DropSignatures {
    let page: DropPage
    let write: FormWriter

    private var seen: SeenDrop { page.seen }
    private var visit: Visit { page.visit }

    private var readsWords: Bool { seen.readsWords(visit.viewer) }
    private var keeps: Bool { visit.person.decidesImpact(at: seen.school.id) }

    var html: HTML {
        let rows: [HTML] = DropReviewer.Seat.allCases.map { seat in row(seat, seen.reviewers.first { $0.seat == seat }) }
        return card("Who looks it through", id: "signatures", "<ul class=\"plain tall\">\(rows)</ul>\(ownForm)")
    }

    private func row(_ seat: DropReviewer.Seat, _ reviewer: DropReviewer?) -> HTML {
        guard let reviewer else { return "<li><b>\(seat.label)</b>: nobody is named yet.</li>" }
        let who = seen.readsNames(visit.viewer) ? "\(reviewer.name), " : "", state = reviewer.signedOn.map { "signed on \($0.inWords)" } ?? "not signed yet"
        let said = readsWords ? [("Saw", reviewer.comment), ("Asked", reviewer.question), ("Answer", reviewer.answer)].filter { !$0.1.isEmpty } : []
        let words: [HTML] = said.map { "<br>\($0.0): “\($0.1)”" }
        let answer: HTML = reviewer.isWaiting && keeps ? "<br><a class=\"no-print\" href=\"\(answerReviewerPath(seen.drop.id, reviewer.id))\">Answer \(reviewer.name)</a>" : ""
        return "<li><b>\(seat.label)</b>: \(who)\(state).\(words)\(answer)</li>"
    }

    /// For one of the three, once it lies with them.
    private var ownForm: HTML {
        guard let seat = seen.seat(of: visit.viewer), seat.signedOn == nil, seen.drop.state == .explained else { return "" }
        return """
            <form class="no-print" method="post" action="\(signDropPath(seen.drop.id))" id="sign" data-long novalidate><h3>Your signature</h3><input type="hidden" name="seen" value="\(seen.drop.version)">\
            \(write.longText("comment", "What did you see?", hint: seat.seat.seesPupils ? "A sentence or two. Name no child: the governor reads it, too." : "A sentence or two. All three read it, and the SENCO.", rows: 3, aboutNobody: ()))\
            \(write.longText("question", "Do you ask the school something?", hint: "If you like. The SENCO answers here, and the drop closes after that.", rows: 2, aboutNobody: ()))\
            <p class="actions"><button>Sign the data drop</button></p></form>
            """
    }
}

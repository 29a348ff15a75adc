import Access
import AreaKit
import Basics
import Pages

/// One action of a list: what, about whom, who, by when; and a button that says it is done.
/// - Parameter back: where the button leads back to.
public func actionItem(_ line: ActionLine, _ day: Day, back: Address) -> HTML {
    let action = line.action
    let about: HTML = action.pupil.map { line.pupilName.isEmpty ? "" : "<a class=\"name\" href=\"\(pupilPath($0))\">\(line.pupilName)</a>: " } ?? ""
    let late: HTML = action.isOverdue(on: day) ? " <span class=\"tag tag-warn\">Overdue</span>" : ""
    let result: HTML = action.result.isEmpty ? "" : "<br>“\(action.result)”"
    return """
        <li class="finding"><p>\(about)<a href="\(actionPath(action.id))">\(action.what)</a>\(late)<br><span class="quiet">\(action.inWords)\(result)</span></p>\
        \(action.isOpen ? doneButton(action, back) : "")</li>
        """
}

private func doneButton(_ action: Action, _ back: Address) -> HTML {
    """
    <form class="no-print" method="post" action="\(endActionPath(action.id))"><input type="hidden" name="ending" value="done"><input type="hidden" name="back" value="\(back)">\
    <button class="second">Done<span class="unseen">: \(action.what)</span></button></form>
    """
}

extension Action {
    /// `Amira Khan, by 20 November 2026`; once it has ended, by whom and when.
    public var inWords: String {
        guard let ending, let endedOn else { return "\(owner.name), by \(due.inWords)" }
        return "\(owner.name) · \(ending == .done ? "done" : "no longer needed"), \(endedOn.inWords), said \(endedBy)"
    }
}

import Basics
import People

/// Whether the child of a file is a pupil of ours. A number decides; where there is none, a person does. Nothing is guessed.
enum ChildMatch: Equatable, Sendable {
    case same
    /// The names or the days fit, and no number says so: a person must.
    case askPerson
    case other(String)

    /// - Parameter former: UPNs that the pupil had before.
    init(_ child: PlanFile.Child, _ pupil: Pupil, former: [String]) {
        let name = pupil.calledName, isBornThen = child.birth == pupil.birth
        let isNamedSo = child.surname.folded == pupil.surname.folded && child.forename.folded == pupil.forename.folded
        if let upn = child.upn.nonEmpty, upn == pupil.upn || former.contains(upn) {
            self = isBornThen || isNamedSo ? .same : .other("The UPN in the file is \(name)’s, but the name and the day of birth are another child’s. Ask the sender to check whose plans these are.")
        } else if let upn = child.upn.nonEmpty, let held = pupil.upn, !UniquePupilNumber(held).isTemporary, !UniquePupilNumber(upn).isTemporary {
            self = .other("The file is about a child with another UPN than \(name)’s. Open the page of the pupil whose plans these are, and bring them in there.")
        } else {
            self = isBornThen ? .askPerson : .other("The child in the file was born on \(child.birth.inWords), \(name) on \(pupil.birth.inWords). Check whose plans these are.")
        }
    }
}

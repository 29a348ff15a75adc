import Basics
import People

extension ReviewPerson {
    /// Why nothing may be sent to them; nil where it may. What a court said is not repeated.
    /// - Parameter contacts: all of the pupil's, those that ended, too: what a court ordered is not forgotten with them.
    public func barred(by contacts: [Contact]) -> String? {
        let own = contact.flatMap { id in contacts.first { $0.id == id } }
        let alike = own.map { [$0] } ?? contacts.filter { $0.isAlike(name, email) }
        // What stands now goes before what ended.
        let standing = alike.filter { $0.ends == nil }, found = standing.isEmpty ? alike : standing
        if found.contains(where: { !$0.courtOrder.isEmpty }) { return "The record says that a court has ordered something. Ask the safeguarding lead first" }
        if contact != nil, own?.ends != nil || own == nil { return "No longer a contact in the record" }
        return standing.allSatisfy(\.mayReceivePapers) ? nil : "The record says that they get no papers"
    }
}

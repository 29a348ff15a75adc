import Access
import Basics
import Database
@testable import People
import Testing

struct SealedPupilTests {
    @Test("Former names, former numbers and contacts leave every screen, file and view of the trail")
    func sealed() async throws {
        try await RegisterStage.with { stage in
            let pupil = try await stage.pupil("Amara", "Oldname", provision: "K", need: "ASD", upn: "H999200118001", inBeech: true)
            let renamed = try await stage.store.write(RegisterStage.act) { writer in
                var after = pupil
                (after.surname, after.upn) = ("Newname", "T999200118002")
                let renamed = try writer.save(Change("pupil.changed", from: pupil, to: after))
                try writer.saveSearchWords(of: renamed)
                try writer.save(Change("upn.noted", to: FormerUPN(id: .new, pupil: pupil.id, upn: "H999200118001")))
                try writer.save(Change("name.noted", to: FormerName(id: .new, pupil: pupil.id, surname: "Oldname", forename: "Amara")))
                var contact = Contact(id: .new, pupil: pupil.id, position: 1)
                (contact.surname, contact.address) = ("Birthparent", "1 Old Lane, ZZ99 1AA")
                try writer.save(Change("contact.added", to: contact))
                return renamed
            }
            let gone = ["Oldname", "H999200118001", "Birthparent", "Old Lane"]
            let trail = "/pupils/\(renamed.id)/trail", contact = try #require(try await stage.record(renamed.id).contacts.first)
            let before = try await stage.open(trail, as: stage.amira).text
            #expect(gone.allSatisfy { before.contains($0) })
            #expect(try await stage.send("/pupils/\(renamed.id)/seal", as: stage.amira, [("reason", "Adoption order"), ("understood", "yes")]).status == 303)
            for viewer in [stage.amira, stage.dev, stage.head, stage.teacher] {
                for path in ["/pupils/\(renamed.id)", trail, "/register", "/register/file?format=csv", "/api/v1/register", "/pupils/\(renamed.id)/status"] {
                    let text = try await stage.open(path, as: viewer).text
                    #expect(gone.allSatisfy { !text.contains($0) }, "\(viewer.name) \(path)")
                }
            }
            #expect(try await stage.open("/pupils/\(renamed.id)", as: stage.amira).text.contains("Newname"))
            #expect(try await stage.open(trail, as: stage.amira).text.contains("Record sealed"))
            #expect(try await stage.open("/pupils/\(renamed.id)/contacts/\(contact.id)/change", as: stage.amira).status == 404)
            #expect(try await stage.open("/pupils/\(renamed.id)/contacts/add", as: stage.amira).status == 404)
            #expect(try await stage.open("/pupils/\(renamed.id)/seal", as: stage.amira).status == 404)
            let words: [String] = try await stage.store.read { try $0.column("SELECT word FROM pupil_word WHERE pupil_id = \(renamed.id) ORDER BY word") }
            #expect(words == ["amara", "newname"])
        }
    }

    @Test("A teacher sees whom to speak to, without addresses; a confidential address is for those who keep the register")
    func contacts() async throws {
        try await RegisterStage.with { stage in
            let pupil = try await stage.pupil("Amara", "Okafor", provision: "K", need: "ASD", inBeech: true)
            for (name, secret) in [("Openly", false), ("Secretly", true)] {
                let form: [(name: String, text: String)] = [
                    ("surname", name), ("relationship", "PAM"), ("position", "1"), ("address", "\(name) Lane"), ("court_order", secret ? "No contact" : ""),
                ] + (secret ? [("address_confidential", "yes")] : [])
                #expect(try await stage.send("/pupils/\(pupil.id)/contacts/add", as: stage.amira, form).status == 303)
            }
            let path = "/pupils/\(pupil.id)"
            let seen = try await [stage.amira, stage.head, stage.teacher].asyncMap { try await stage.open(path, as: $0).text }
            #expect(seen.map { $0.contains("Openly Lane") } == [true, true, false])
            #expect(seen.map { $0.contains("Secretly Lane") } == [true, false, false])
            #expect(seen.map { $0.contains("No contact") } == [true, true, false])
            #expect(try await !stage.open(path + "/trail", as: stage.dev).text.contains("Secretly Lane"))
        }
    }
}

extension Array where Element: Sendable {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try await body(element)) }
        return result
    }
}

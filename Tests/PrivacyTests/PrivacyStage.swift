import Access
import Accounts
import AreaKit
import Basics
import Database
import Foundation
import Oversight
import Pages
import People
import Privacy
import Stage

/// The areas whose data are copied and disposed of.
let groundAreas: [any Area] = [PeopleArea(), AccountsArea(), OversightArea(reading: [])]
let privacyArea = PrivacyArea(reading: groundAreas)
private let people = PeopleArea(beside: [privacyArea])
let privacyHouse: [any Area] = [people, AccountsArea(), privacyArea, OversightArea(reading: [people, privacyArea])]

extension Viewer {
    /// Miriam Stone, data protection officer.
    static let miriam = Viewer(name: "Miriam Stone", account: AccountID(901), role: .protectionOfficer, sight: .trust)
    /// A second officer, who carries disposals out.
    static let second = Viewer(name: "Ada Moss", account: AccountID(902), role: .protectionOfficer, sight: .trust)
}

extension Stage {
    /// Sends a form and gives back where it leads.
    func sent(_ path: String, as viewer: Viewer, _ form: KeyValuePairs<String, String>) async throws -> String {
        try await visit(.send, path, as: viewer, form: form).next ?? "not saved"
    }

    /// A request about a pupil by their mother, up to the proof of who she is.
    func request(about pupil: Pupil, proved: Bool = true) async throws -> String {
        let page = try await sent("/privacy/requests/new", as: .miriam, [
            "upn": pupil.upn ?? "", "asked_by": "Pat", "capacity": "parent", "way": "mail", "received_on": "2026-11-02",
        ])
        if proved { _ = try await sent(page + "/known", as: .miriam, ["proof": "Known to the school", "proved_on": "2026-11-03"]) }
        return page
    }
}

/// A table that a script in Tests/Oracles made with other software than ours.
func oracle(_ name: String) throws -> [[String]] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

import Accounts
import Agencies
import AreaKit
import Basics
import Database
import Identification
import Impact
import Mail
import Measures
import Oversight
import Papers
import People
import Plans
import Privacy
import Provision
import Statutory

extension Program {
    /// The areas of the house, in the order in which they were built.
    /// - Parameters:
    ///   - keys: what unlocks secrets; nil where only migrations and chapters are asked for.
    ///   - papers: where papers lie; nil where nobody looks at pages.
    ///   - isDemonstration: whether invented people may be chosen without a password.
    static func areas(keys: KeyRing? = nil, papers: PaperStore? = nil, isDemonstration: Bool = false) -> [any Area] {
        let accounts = AccountsArea(keys: keys, isDemonstration: isDemonstration)
        let people = PeopleArea(papers: papers)
        let impact = ImpactArea { reader, school, day in
            try reader.colleagues(at: school, on: day).map { DropColleague(account: $0.account, name: $0.name, roles: $0.roles) }
        }
        let provision = ProvisionArea(effects: impactEffects, beside: [impact]), plans = PlansArea(papers: papers, beside: [provision]), agencies = AgenciesArea(papers: papers, earlyHelpForm: earlyHelpForm)
        let begun: [any Area] = [IdentificationArea(), plans, provision, impact, agencies]
        let letter: ColleagueLetter = { writer, staff, row in
            try writer.remind(staff, of: "return-\(row)", LetterLink("/returns/", row.rawValue), keys?.asOfNow) == .mailed
        }
        let statutory = StatutoryArea(papers: papers, beside: [people, MeasuresArea(), plans, provision, agencies]) { try $0.viewer(of: $1, on: $2, at: $3) }
        let work: [any Area] = [MeasuresArea(beside: begun), IdentificationArea(beside: [MeasuresArea(), plans, agencies], reminding: letter), plans, provision, impact, agencies, statutory]
        // What Oversight keeps about people is read by Privacy, and what waits in Privacy by Oversight.
        let privacy = PrivacyArea(reading: [people, accounts] + work + [OversightArea(reading: [])])
        let upper = [accounts] + work + [privacy, OversightArea(reading: [people, accounts] + work + [privacy])]
        return [PeopleArea(beside: upper, papers: papers)] + upper
    }

    /// Every step of the database: those of the rooms below the areas, and the areas' own.
    static var migrations: [Migration] { mailMigrations + areas().flatMap(\.migrations) }
}

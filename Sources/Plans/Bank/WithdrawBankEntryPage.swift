import Access
import AreaKit
import Basics
import Database
import Pages

/// Takes an entry that was added out of the bank.
let withdrawBankEntryPath = PagePath<RowID>("/plans/bank/*/withdraw")

let withdrawBankEntryRoutes: [Route] = [
    .read(withdrawBankEntryPath, .visit) { visit, id in
        let entry = try await visit.read { try $0.ownEntry(id, for: visit.viewer) }
        return visit.page("Take it out of the bank", at: "bank", """
            \(crumbs(("Bank of outcomes and strategies", bankPath())))\(pageTitle("Take it out of the bank", lead: "Added by \(entry.addedBy) on \(entry.addedOn.inWords)."))\
            <p>“\(entry.words)”</p><p>Nobody finds it in the bank any longer. Plans that took it keep what they took.</p>\
            \(Pages.form(withdrawBankEntryPath(id), button: "Take it out", back: bankPath(), ""))
            """)
    },
    .send(withdrawBankEntryPath, .visit) { visit, id in
        _ = try await visit.write { try $0.save(WithdrawBankEntry().applied(to: $0.ownEntry(id, for: visit.viewer), today: visit.today)) }
        return .goTo(bankPath().asking(["saved": "withdrawn"]))
    },
]

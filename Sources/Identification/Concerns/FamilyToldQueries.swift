import AreaKit
import Basics
import Database
import People

/// A pupil with SEN support whose family nobody has told, as far as the record says.
struct UntoldFamily {
    let found: FoundPupil
    /// The first day of the support.
    let since: Day
}

extension Reader {
    func untold(_ question: SafetyQuestion) throws -> [UntoldFamily] {
        let sql = question.found("ps.starts", from: "provision_spell ps", of: "ps.pupil_id", where: """
            ps.provision IN ('K', 'A', 'P', 'Q') AND \(question.open("ps")) AND NOT EXISTS (SELECT 1 FROM family_told t WHERE t.pupil_id = ps.pupil_id AND \(heldUntil))
            """)
        return try rows(sql) { UntoldFamily(found: try FoundPupil(&$0, question.viewer), since: try $0.next()) }
    }

    /// What the family was told holds for this support unless a time without SEN began in between.
    private var heldUntil: SQL {
        """
        NOT EXISTS (SELECT 1 FROM provision_spell n WHERE n.pupil_id = ps.pupil_id AND n.provision = 'N' \
        AND n.starts > COALESCE(t.told_on, t.recorded_on) AND n.starts < ps.starts)
        """
    }
}

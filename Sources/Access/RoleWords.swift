/// What a role is called, and what it sees, in a sentence.
struct RoleWords {
    let label: String, explanation: String

    private init(_ label: String, _ explanation: String) { (self.label, self.explanation) = (label, explanation) }

    static func of(_ role: Role) -> RoleWords {
        switch role {
        case .operator: .init("Operator of this system", "Runs the program on the server: the whole trust.")
        case .trustLead: .init("Trust SEND lead", "Sees every school and its pupils with SEND. Opens a whole record with a reason, which is kept. Leaves decisions to the school.")
        case .trustAnalyst: .init("Trust analyst", "Sees the trust’s figures, never a child’s name.")
        case .dataManager: .init("Data manager", "Reads files in from the school’s own system and keeps codes and numbers right.")
        case .protectionOfficer: .init("Data protection officer", "Sees who looked at what, and releases copies of records to those who may have them.")
        case .senco: .init("SENCO", "Leads SEND in a school: decides on status and needs, and answers the safety net.")
        case .assistantSENCO: .init("Assistant SENCO", "Works with the SENCO on status, needs and plans.")
        case .head: .init("Headteacher", "Sees the whole school.")
        case .lead: .init("Senior or year lead", "Sees the whole school or the years they lead.")
        case .teacher: .init("Class teacher", "Sees the pupils they teach.")
        case .assistant: .init("Teaching assistant", "Sees the pupils of their classes and groups.")
        case .cover: .init("Cover teacher", "Sees the pupils of the classes they cover today.")
        case .safeguardingLead: .init("Designated safeguarding lead", "Sees the pupils of the school, and what was handed to them because it is about a child’s safety.")
        case .designatedTeacher: .init("Designated teacher", "Sees the pupils who are or were looked after.")
        case .examsOfficer: .init("Exams officer", "Sees the pupils of the examination years.")
        case .governor: .init("SEND governor", "Sees the school’s figures, never a child’s name.")
        case .trustee: .init("Trustee", "Sees the trust’s figures, never a child’s name.")
        case .specialist: .init("Specialist", "Sees the pupils who were referred to them.")
        case .councilOfficer: .init("Council officer", "Sees, by a link and for a time, the pupils about whom the council has business.")
        case .parent: .init("Parent or carer", "Sees their own child.")
        case .youngPerson: .init("Young person", "Sees their own record.")
        case .administrator: .init("Administrator", "Invites people and ends their access. Sees no pupil.")
        case .openedRecord: .init("By a reason given", "Sees one record that was opened with a reason, for a short time.")
        }
    }
}

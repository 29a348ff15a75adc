import Access
import Basics

// The same people in all tests.

extension Viewer {
    /// Amira Khan, SENCO.
    public static func amira(at school: SchoolID) -> Viewer { Viewer(name: "Amira Khan", role: .senco, sight: .schools([school]), place: "Elm Primary School") }
    /// Dev Patel, data manager of the trust.
    public static let dev = Viewer(name: "Dev Patel", role: .dataManager, sight: .trust)
    /// Ruth Adeyemi, trust SEND lead.
    public static let ruth = Viewer(name: "Ruth Adeyemi", role: .trustLead, sight: .trust)
    /// Helen Marsh, headteacher.
    public static func helen(at school: SchoolID) -> Viewer { Viewer(name: "Helen Marsh", role: .head, sight: .schools([school]), place: "Elm Primary School") }
    /// Tom Reed, class teacher.
    public static func tom(of schoolClass: ClassID, at school: SchoolID) -> Viewer { Viewer(name: "Tom Reed", role: .teacher, sight: .classes([schoolClass], at: school)) }
    /// Grace Obi, SEND governor.
    public static func grace(at school: SchoolID) -> Viewer { Viewer(name: "Grace Obi", role: .governor, sight: .schools([school]), place: "Elm Primary School") }
    /// Peter Lund, trustee.
    public static let peter = Viewer(name: "Peter Lund", role: .trustee, sight: .trust)
}

import Basics

/// What somebody is paid as while giving a session. Rates are set for these, never for a named person.
public struct StaffRole: Hashable, Sendable {
    /// A code of the list; one that a trust's file brings and nobody knows is kept and shown.
    public let key: String
    public let label: String
    /// True where no hourly rate applies: a price for each session does.
    public let isExternal: Bool

    private init(_ key: String, _ label: String, isExternal: Bool = false) { (self.key, self.label, self.isExternal) = (key, label, isExternal) }

    public static let all = [
        StaffRole("ta", "Teaching assistant"),
        StaffRole("hlta", "Higher level teaching assistant"),
        StaffRole("specialist_ta", "Specialist teaching assistant"),
        StaffRole("teacher", "Teacher"),
        StaffRole("specialist_teacher", "Specialist teacher"),
        StaffRole("senco", "SENCO"),
        StaffRole("elsa", "Emotional literacy support assistant"),
        StaffRole("mentor", "Learning mentor"),
        StaffRole("therapist", "Therapist employed here"),
        StaffRole("lunchtime", "Lunchtime supervisor"),
        StaffRole("volunteer", "Volunteer"),
        StaffRole("external", "Somebody from outside, by price", isExternal: true),
    ]

    /// Whether a session costs nothing that is known without an hourly rate. Volunteers are paid nothing; where a trust
    /// sets a rate for them, such as for their travel, it counts.
    public static func needsRate(_ key: String) -> Bool { key != "volunteer" && named(key)?.isExternal != true }

    /// The role of a key; nil where none has it.
    public static func named(_ key: String) -> StaffRole? { all.first { $0.key == key } }

    /// The words for a role; its key where it isn't in the list.
    public static func label(_ key: String) -> String { named(key)?.label ?? key }
}

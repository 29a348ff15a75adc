/// What a person may do. Few and coarse; which role has which is one table.
public enum Permission: String, Sendable, CaseIterable {
    /// The pages that hold nothing about anybody.
    case visit
    /// Numbers of a school or of the trust, no names.
    case seeFigures
    /// The SEND register and the pupils on it, as far as the viewer's sight goes.
    case seePupils
    /// Decide about status, needs and flags.
    case changeRegister
    /// Read files in, and take an import back.
    case importFiles
    /// Write the register to a file.
    case exportRegister
    /// The safety net, and answers to it.
    case seeSafetyNet
    /// Staff, classes and the school's own settings.
    case keepSchool
}

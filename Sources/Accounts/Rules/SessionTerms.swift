/// How long a sign-in lasts (OWASP ASVS 5.0, 7.3.1 and 7.3.2): in seconds without a visit, and at most.
public struct SessionTerms: Sendable, Equatable {
    public let idle: Int
    public let longest: Int

    /// One's own computer: half an hour without a visit, and one working day.
    public static let own = SessionTerms(idle: 30 * 60, longest: 12 * 3600)
    /// A computer that others use, too.
    public static let shared = SessionTerms(idle: 10 * 60, longest: 2 * 3600)
    /// A school's tablet, unlocked by a short PIN.
    public static let tablet = SessionTerms(idle: 5 * 60, longest: 8 * 3600)

    /// After so many seconds the browser gets a new key.
    public static let newKeyAfter = 3600
    /// For so many seconds the old key is still good, for pages asked for at the same moment.
    public static let oldKeyLasts = 60

    public init(idle: Int, longest: Int) { (self.idle, self.longest) = (idle, longest) }

    /// The terms of one sign-in.
    public init(_ signIn: SignIn) { self = signIn.way == "pin" ? .tablet : signIn.shared ? .shared : .own }
}

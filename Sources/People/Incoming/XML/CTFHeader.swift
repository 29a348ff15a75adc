import Basics
import Files

/// The head of a common transfer file: what it is, who wrote it, for whom.
public struct CTFHeader: Sendable, Equatable {
    /// One end of the transfer. Authority and establishment are text: out-of-sector schools are `XXX` and `XXXX`.
    public struct School: Sendable, Equatable {
        /// The local authority's number, three characters.
        public var authority: String
        /// The establishment number, four characters.
        public var establishment: String
        public var urn: String?
        public var name: String?
        /// The calendar year in which the academic year starts.
        public var academicYear: String?

        public init(authority: String, establishment: String, urn: String? = nil, name: String? = nil, academicYear: String? = nil) {
            self.authority = authority
            self.establishment = establishment
            self.urn = urn
            self.name = name
            self.academicYear = academicYear
        }
    }

    /// `25` for `25.0`: the last two figures of the year in which the academic year starts.
    public var version: String
    /// `yyyy-MM-ddTHH:mm:ss`, in the clock of whoever wrote it.
    public var writtenAt: String?
    /// `full` or `partial`.
    public var qualifier: String?
    public var supplier: String?
    public var source: School
    public var destination: School

    public init(version: String, source: School, destination: School) {
        self.version = version
        self.source = source
        self.destination = destination
    }

    /// Trellis knows the blocks of these versions.
    static let knownVersions = 17...26

    /// A remark on a version that we have not seen.
    var versionNote: String? {
        if let number = Int(version), Self.knownVersions.contains(number) { return nil }
        let named = version.isEmpty ? "This file does not say which CTF version it is." : "This is CTF version \(version)."
        return "\(named) Trellis knows versions 17 to 26. Look at the list of changes with care before you apply it."
    }
}

extension CTFHeader {
    init(_ element: XMLElement) throws {
        guard let source = element.child("SourceSchool"), let destination = element.child("DestSchool") else {
            throw FileRefusal("The head of this file does not name both schools (SourceSchool and DestSchool). Export it from your MIS again.")
        }
        self.init(version: (element.text("CTFversion") ?? "").withoutZeroFraction,
                  source: School(source), destination: School(destination))
        writtenAt = element.text("DateTime")
        qualifier = element.text("DocumentQualifier")?.lowercased()
        supplier = element.text("SupplierID")
    }
}

extension CTFHeader.School {
    init(_ element: XMLElement) {
        self.init(authority: element.text("LEA")?.uppercased() ?? "", establishment: element.text("Estab")?.uppercased() ?? "",
                  urn: element.text("URN"), name: element.text("SchoolName"), academicYear: element.text("AcademicYear"))
    }
}

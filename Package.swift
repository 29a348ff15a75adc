// swift-tools-version: 6.2
// The plan of the house: which rooms there are, and what each may see.
import PackageDescription

let manners: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A room of the house and the rooms and libraries it may see.
func room(_ name: String, sees: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: sees, exclude: exclude, resources: resources, swiftSettings: manners)
}

/// The tests that sit beside a room.
func tests(_ name: String, sees: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(name: name + "Tests", dependencies: sees, resources: resources, swiftSettings: manners)
}

let foundations: [Target.Dependency] = ["Basics", "Database", "Files", "Pages", "Mail", "Papers", "Access", "AreaKit"]

let package = Package(
    name: "trellis",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "trellis", targets: ["Trellis"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        room("Basics"),
        room("Statistics"),
        room("Database", sees: [
            "Basics", "CPostgres",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "Subprocess", package: "swift-subprocess"),
        ], resources: [.embedInCode("Migrations")]),
        room("Files", sees: ["Basics", "CZip", "CXLSXWriter", "CXML", .product(name: "Subprocess", package: "swift-subprocess")]),
        room("Pages", sees: [
            "Basics",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        ], resources: [.embedInCode("Assets")]),
        room("Mail", sees: ["Basics", "Database", "CCurl", .product(name: "Crypto", package: "swift-crypto")], resources: [.embedInCode("Migrations")]),
        room("Papers", sees: ["Basics", "Database", "Files", .product(name: "Crypto", package: "swift-crypto")], resources: [.embedInCode("Migrations")]),
        room("Access", sees: ["Basics", "Database", "Files", "Pages", .product(name: "Crypto", package: "swift-crypto")]),
        room("AreaKit", sees: ["Basics", "Database", "Files", "Pages", "Access"]),
        room("People", sees: foundations, resources: [.embedInCode("Migrations")]),
        room("Accounts", sees: foundations + [
            "People",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
            .product(name: "JWTKit", package: "jwt-kit"),
        ], resources: [.embedInCode("Migrations")]),
        room("Privacy", sees: foundations + ["People", "Accounts", .product(name: "Crypto", package: "swift-crypto")], resources: [.embedInCode("Migrations")]),
        room("Measures", sees: foundations + ["People"], resources: [.embedInCode("Migrations")]),
        room("Identification", sees: foundations + ["People", "Measures"], resources: [.embedInCode("Migrations")]),
        room("Plans", sees: foundations + ["People", "Measures"], resources: [.embedInCode("Migrations"), .embedInCode("Bank/Content")]),
        room("Provision", sees: foundations + ["People", "Measures", "Plans"], resources: [.embedInCode("Migrations"), .embedInCode("Catalogue")]),
        room("Agencies", sees: foundations + ["People", "Measures", "Plans", "Provision", .product(name: "Crypto", package: "swift-crypto")], resources: [.embedInCode("Migrations")]),
        room("Impact", sees: foundations + ["People", "Measures", "Plans", "Provision", "Statistics"], resources: [.embedInCode("Migrations")]),
        room("Statutory", sees: foundations + ["People", "Measures", "Plans", "Provision", "Agencies", .product(name: "Crypto", package: "swift-crypto")], resources: [.embedInCode("Forms/Ours"), .embedInCode("Migrations")]),
        room("Oversight", sees: foundations + ["People"], resources: [.embedInCode("Migrations")]),
        .executableTarget(name: "Trellis", dependencies: foundations + [
            "People", "Accounts", "Privacy", "Measures", "Identification", "Plans", "Provision", "Impact", "Agencies", "Statutory", "Oversight",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Subprocess", package: "swift-subprocess"),
        ], swiftSettings: manners),

        .target(name: "Stage", dependencies: foundations + ["People", "Accounts"], path: "Tests/Stage", swiftSettings: manners),
        tests("Basics", sees: ["Basics"]),
        tests("Database", sees: ["Basics", "Database"]),
        tests("Files", sees: ["Basics", "Files", "CZip"], resources: [.copy("Corpus")]),
        tests("Pages", sees: [
            "Basics", "Pages",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        ]),
        tests("Mail", sees: ["Basics", "Database", "Mail", "Stage"]),
        tests("Papers", sees: foundations + ["People", "Stage", .product(name: "Crypto", package: "swift-crypto")]),
        tests("Accounts", sees: foundations + ["People", "Accounts", "Stage", .product(name: "Crypto", package: "swift-crypto"), .product(name: "JWTKit", package: "jwt-kit")]),
        tests("Privacy", sees: foundations + ["People", "Accounts", "Measures", "Identification", "Plans", "Privacy", "Oversight", "Stage"]),
        tests("People", sees: foundations + ["People", "Stage"], resources: [.copy("Fixtures")]),
        tests("Measures", sees: foundations + ["People", "Measures", "Stage"]),
        tests("Identification", sees: foundations + ["People", "Measures", "Identification", "Stage"]),
        tests("Plans", sees: foundations + ["People", "Measures", "Plans", "Stage"]),
        tests("Statistics", sees: ["Statistics"]),
        tests("Provision", sees: foundations + ["People", "Measures", "Plans", "Provision", "Stage"]),
        tests("Impact", sees: foundations + ["People", "Measures", "Plans", "Provision", "Statistics", "Impact", "Stage"]),
        tests("Agencies", sees: foundations + ["People", "Measures", "Plans", "Provision", "Agencies", "Identification", "Stage"]),
        tests("Statutory", sees: foundations + ["People", "Measures", "Plans", "Provision", "Agencies", "Statutory", "Stage"]),
        tests("Oversight", sees: foundations + ["People", "Oversight", "Stage"]),
        tests("Trellis", sees: foundations + ["People", "Accounts", "Privacy", "Measures", "Identification", "Plans", "Provision", "Impact", "Agencies", "Statutory", "Trellis", "Stage"]),
        tests("Plan", sees: []),
    ]
)

import Database

/// The tables of papers. They point to pupils and schools, so they are made after those of People.
public let paperMigrations: [Migration] = [
    Migration(131, "papers", PackageResources._131_papers_sql),
]

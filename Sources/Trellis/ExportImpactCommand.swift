import ArgumentParser
import Impact

struct ExportImpactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact", abstract: "Writes what interventions did that ended in this academic year and the one before: one row for each school, intervention and scale.",
        discussion: """
            It holds figures of groups, no names. Groups of any size stand in it, for the school itself: keep it as safe as the record. With --for-others \
            groups of fewer than five have no figure.

            EXAMPLE
              trellis export impact --data ~/trellis --school 999001 --format xlsx -o impact.xlsx
              trellis export impact --data ~/trellis --for-others -o impact.csv
            """)

    @OptionGroup var table: TableOptions
    @Flag(name: .long, help: "Leaves out every figure of fewer than five pupils, to be handed on.") var forOthers = false

    func run() async throws {
        let forOthers = forOthers
        try await table.write({ ImpactFile(school: $0, day: $1, forOthers: forOthers) }) { try $0.noteImpactExport(of: $1, $2, figures: $3) }
    }
}

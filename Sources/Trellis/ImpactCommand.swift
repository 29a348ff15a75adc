import ArgumentParser
import Basics
import Files
import Foundation
import Impact

struct ImpactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact", abstract: "Says what a table of scores before and after shows: mean change, effect size with its interval, ratio gain. No record is read or written.",
        discussion: """
            The first row holds the headings pupil, baseline and exit, and months (between the two tests) if you like. Scores are numbers, or ages such as 8:10 \
            throughout. It computes from three pupils up, and marks fewer than ten as a small sample.

            EXAMPLE
              trellis impact reading.csv
              trellis impact reading.csv --json
            """)

    @Argument(help: "A CSV file or workbook with the table.") var file: String
    @Flag(name: .long, help: "As JSON: n, mean_change, sd_change, effect_size, effect_low, effect_high, ratio_gain and more; null where there is none.") var json = false

    func run() async throws {
        try await failing {
            var rows: [ImpactTable.Row] = []
            try TableFile.read(file) { rows.append(ImpactTable.Row(line: $0.number, cells: $0.cells)) }
            do {
                let figures = ImpactTableFigures(try ImpactTable(rows))
                print(json ? figures.json.text : figures.inWords)
            } catch let faults as ImpactTableFaults {
                guard json else { throw faults }
                print(faults.json.text)
                throw ExitCode(1)
            }
        }
    }
}

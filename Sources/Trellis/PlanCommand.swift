import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import Pages
import People
import Plans

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Takes a pupil's plans out to another school as an open file (JSON), or brings them in.",
        discussion: """
            The form of the file is published: docs/plan.schema.json.

            EXAMPLE
              trellis plan export plans.json --pupil A999001200001 --data ~/trellis
              trellis plan import plans.json --data ~/trellis --dry-run
            """,
        subcommands: [Export.self, Import.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Writes all plans of a pupil, or one plan with those that it follows.",
            discussion: "The file holds a child's data: keep it as safe as the record itself. That it was written stands in the trail.\n\nEXAMPLE\n  trellis plan export plans.json --pupil A999001200001 --data ~/trellis")

        @Argument(help: "The file to write; it must not be there yet.") var file: String
        @OptionGroup var options: DataOptions
        @Option(name: .long, help: ArgumentHelp("All plans of the pupil with this UPN.", valueName: "UPN")) var pupil: String?
        @Option(name: .long, help: ArgumentHelp("Only the plan of this number, with those that it follows.", valueName: "NUMBER")) var plan: Int?

        func validate() throws {
            if (pupil == nil) == (plan == nil) { throw ValidationError("Say whose plans: --pupil UPN. Or which one: --plan NUMBER.") }
            if FileManager.default.fileExists(atPath: file) { throw ValidationError("\(file) is there already. Name a file that is not.") }
        }

        func run() async throws {
            try await failing {
                let store = try await options.openTrust(), pupil = pupil, plan = plan
                let text: String
                do {
                    text = try await store.write(.atCommandLine()) { writer in
                        if let plan { return try writer.exportPlanText(PlanID(plan), for: .operator) }
                        return try writer.exportPlans(of: try writer.pupil(upn: pupil ?? ""), for: .operator)
                    }
                } catch is NotFound {
                    throw FileRefusal("There is no such plan or pupil here.")
                } catch let problems as Problems {
                    throw FileRefusal(problems.description)
                }
                try put(text, (file as NSString).expandingTildeInPath)
                print("Plans written to \(file).")
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Brings in plans from another school: all of a file, or nothing.",
            discussion: """
                The pupil is the one whose UPN stands in the file. Where it has none, --pupil says who it is; the day of birth must be the same.

                EXAMPLE
                  trellis plan import plans.json --data ~/trellis --dry-run
                """)

        @Argument(help: "The file.") var file: String
        @OptionGroup var options: DataOptions
        @Option(name: .long, help: ArgumentHelp("Who it is, where the file has no UPN.", valueName: "UPN")) var pupil: String?
        @OptionGroup var asking: ImportOptions

        func run() async throws {
            try await failing {
                let store = try await options.openTrust()
                guard FileManager.default.isReadableFile(atPath: file) else { throw FileRefusal("There is no file \(file) that can be read.") }
                do {
                    let result = try await store.importPlans(file, of: pupil, as: .operator, .atCommandLine(), dryRun: asking.dryRun)
                    print(asking.json ? result.json(file).text : result.words(file))
                } catch let problems as Problems {
                    throw FileRefusal("\(file) was not taken; nothing was saved.\n" + problems.list.prefix(50).map { "  \($0.field.isEmpty ? "" : "\($0.field): ")\($0.message)" }.joined(separator: "\n"))
                } catch is NotFound {
                    throw FileRefusal("No pupil here has the UPN \(pupil ?? "that stands in the file"). Read in the pupils first, or say who it is: --pupil UPN.")
                }
            }
        }
    }
}

import Identification
import Measures
import People
import Stage
import Testing

@Suite("The area of identification")
struct IdentificationAreaTests {
    @Test("Its tables can be made on both engines", arguments: StageEngine.here)
    func tables(engine: StageEngine) async throws {
        _ = try await Stage(engine, areas: [PeopleArea(), MeasuresArea(), IdentificationArea()])
    }
}

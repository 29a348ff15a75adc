import Measures
import People
import Stage
import Testing

@Suite("The area of measures")
struct MeasuresAreaTests {
    @Test("Its tables can be made on both engines", arguments: StageEngine.here)
    func tables(engine: StageEngine) async throws {
        _ = try await Stage(engine, areas: [PeopleArea(), MeasuresArea()])
    }
}

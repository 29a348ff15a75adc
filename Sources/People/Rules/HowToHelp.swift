import Basics

/// First things that help in class, by the four broad areas of need of the SEND Code of Practice (6.28 to 6.35).
/// Everyday practice for all teachers (6.36 to 6.37), not advice about one child.
enum HowToHelp {
    /// Two lines for each area among the needs, in their order.
    static func lines(for needs: [PupilNeed]) -> [String] {
        var areas: [String] = []
        for need in needs {
            let area = need.area.nonEmpty ?? NeedType.named(need.need)?.area?.key ?? ""
            if !areas.contains(area) { areas.append(area) }
        }
        return areas.flatMap { byArea[$0] ?? [] }
    }

    static let byArea: [String: [String]] = [
        AreaOfNeed.communication.key: ["Say the name first. Use short sentences and one step at a time, and show as well as tell.", "Wait ten seconds for an answer, and say beforehand what will change."],
        AreaOfNeed.cognition.key: ["Begin with what is known, go in small steps, and come back to it often.", "Give key words, pictures and worked examples to look at, and less to copy."],
        AreaOfNeed.mentalHealth.key: ["Greet warmly, keep calm, and say what to do rather than what not to do.", "Notice early signs of worry. Offer a quiet place and a way back that keeps dignity."],
        AreaOfNeed.sensory.key: ["Check where the child sits: light, sound, space to move, and a clear view.", "Allow more time and rest, and ask what makes it easier before you help."],
    ]
}

import Foundation

/// What the operating system says of a process.
enum Usage {
    /// Seconds of processor time that this process has used, its own and the kernel's for it.
    static func cpuSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Resident memory of a process now, in MB; of this one where none is named.
    static func residentMB(of process: String = "self") -> Double { status("VmRSS:", of: process) }

    /// The most resident memory since the mark was last set back, in MB.
    static func peakMB() -> Double { status("VmHWM:", of: "self") }

    /// Sets the mark of the most memory back to what is resident now.
    static func resetPeak() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }

    private static func status(_ name: String, of process: String) -> Double {
        let lines = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8))?.split(separator: "\n") ?? []
        let kilobytes = lines.first { $0.hasPrefix(name) }?.split(separator: " ").dropFirst().first.flatMap { Double($0.filter(\.isNumber)) }
        return (kilobytes ?? 0) / 1024
    }
}

/// Seconds that a body takes on the clock.
func timed(_ body: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock(), start = clock.now
    try await body()
    let parts = (clock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}

import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
@testable import Pages
import Testing

/// Time in these tests is the event loop's own, moved by hand.
@Suite("Slow and crowding callers")
struct ConnectionGuardTests {
    private func caller(_ pace: Pace = Pace(), _ callers: OpenConnections? = nil) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionGuard(pace, callers ?? OpenConnections(most: 2, proxies: [])))
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        return channel
    }

    private let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/"))

    private func answer(_ channel: EmbeddedChannel, closing: Bool = false) throws {
        var fields = HTTPFields()
        if closing { fields[.connection] = "close" }
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: fields)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test("A caller who sends no head in ten seconds is let go")
    func noHead() throws {
        let channel = try caller()
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("A body that trickles is let go; one that keeps the pace is not")
    func trickle() throws {
        let slow = try caller(), steady = try caller()
        for channel in [slow, steady] { try channel.writeInbound(head) }
        for second in 1...60 {
            if slow.isActive { try slow.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x"))) }
            if second % 9 == 0 { try steady.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 1, count: 6_000))) }
            slow.embeddedEventLoop.advanceTime(by: .seconds(1))
            steady.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(!slow.isActive)
        #expect(steady.isActive)
    }

    @Test("Even a steady body must end")
    func endless() throws {
        let channel = try caller()
        try channel.writeInbound(head)
        for _ in 0..<100 where channel.isActive {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 1, count: 6_000)))
            channel.embeddedEventLoop.advanceTime(by: .seconds(10))
        }
        #expect(!channel.isActive)
    }

    @Test("The time we need for an answer is not the caller's")
    func ours() throws {
        let channel = try caller()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .minutes(30))
        #expect(channel.isActive)
        try answer(channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(74))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("After an answer that says so the connection is closed, even while the caller still sends")
    func leaving() throws {
        let channel = try caller()
        try channel.writeInbound(head)
        try answer(channel, closing: true)
        if channel.isActive { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 1, count: 60_000))) }
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test("A caller who does not take an answer is let go")
    func notTaking() throws {
        let channel = try caller()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("One address may open so many connections and no more; a proxy stands for many")
    func crowd() throws {
        let callers = OpenConnections(most: 2, proxies: [])
        let first = try caller(Pace(), callers), second = try caller(Pace(), callers), third = try caller(Pace(), callers)
        #expect(first.isActive && second.isActive && !third.isActive)
        try first.close().wait()
        #expect(try caller(Pace(), callers).isActive)
        let trusted = OpenConnections(most: 0, proxies: [NetworkRange("192.0.2.0/24")].compactMap(\.self))
        #expect(try caller(Pace(), trusted).isActive)
    }

    @Test("When the program is told to stop, an open request has ten seconds more")
    func stopping() throws {
        let channel = try caller()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }
}

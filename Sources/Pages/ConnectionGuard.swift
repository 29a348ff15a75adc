import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes
import Synchronization

extension HTTPServerBuilder {
    /// HTTP/1.1 with small heads, for callers who keep the pace.
    public static func guarded(_ pace: Pace = Pace(), proxies: [NetworkRange] = []) -> HTTPServerBuilder {
        let callers = OpenConnections(most: pace.perAddress, proxies: proxies)
        return .http1(configuration: .init(
            additionalChannelHandlers: [ConnectionGuard(pace, callers)],
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    }
}

/// How many connections each address has open.
final class OpenConnections: Sendable {
    private let most: Int
    private let proxies: [NetworkRange]
    private let open = Mutex<[String: Int]>([:])

    init(most: Int, proxies: [NetworkRange]) {
        self.most = most
        self.proxies = proxies
    }

    /// Whether one more may come from there.
    func begin(_ address: String) -> Bool {
        open.withLock {
            $0[address, default: 0] += 1
            return $0[address, default: 0] <= most || proxies.contains { $0.contains(address) }
        }
    }

    func end(_ address: String) {
        open.withLock {
            let left = $0[address, default: 1] - 1
            $0[address] = left > 0 ? left : nil
        }
    }
}

/// Watches one connection: it is closed where a head or a body does not come in time, where an answer is not
/// taken, and after an answer that says so.
///
/// Two deadlines run at most: one for what the caller sends, one for what it takes. The first stands still while
/// an answer is being made, because that time is ours.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let pace: Pace
    private let callers: OpenConnections
    private var address: String?
    private var sending: Scheduled<Void>?
    private var taking: Scheduled<Void>?
    /// Requests whose answer has not left yet.
    private var open = 0
    private var isReadingBody = false
    private var bytes = 0
    private var bodyEnds = NIODeadline.distantFuture
    private var closesAfterAnswer = false

    init(_ pace: Pace, _ callers: OpenConnections) {
        self.pace = pace
        self.callers = callers
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { began(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        began(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        sending?.cancel()
        taking?.cancel()
        if let address { callers.end(address) }
        address = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: beginBody(context)
        case .body(let chunk): bytes += chunk.readableBytes
        case .end:
            isReadingBody = false
            sending?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code >= 200: closesAfterAnswer = head.headerFields[.connection]?.lowercased() == "close"
        case .end:
            let left = promise ?? context.eventLoop.makePromise(of: Void.self)
            left.futureResult.assumeIsolated().whenComplete { [self] _ in answered(context) }
            if taking == nil { taking = close(context, in: pace.reading) }
            return context.write(data, promise: left)
        default: break
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        taking?.cancel()
        taking = context.channel.isWritable ? nil : close(context, in: pace.reading)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { _ = close(context, in: pace.stopping) }
        context.fireUserInboundEventTriggered(event)
    }

    private func began(_ context: ChannelHandlerContext) {
        guard address == nil else { return }
        let caller = context.channel.remoteAddress?.ipAddress ?? ""
        address = caller
        guard callers.begin(caller) else { return context.close(promise: nil) }
        sending = close(context, in: pace.head)
    }

    private func beginBody(_ context: ChannelHandlerContext) {
        open += 1
        isReadingBody = true
        bytes = 0
        bodyEnds = context.eventLoop.now + .seconds(Int64(pace.body))
        sending?.cancel()
        lookLater(context)
    }

    private func lookLater(_ context: ChannelHandlerContext) {
        sending = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(pace.look))) { [self] in
            // A second request waits for our answer to the first: its body can't come yet.
            let isSlow = open < 2 && bytes < pace.bodyRate * pace.look
            if isSlow || context.eventLoop.now >= bodyEnds { return context.close(promise: nil) }
            bytes = 0
            lookLater(context)
        }
    }

    private func answered(_ context: ChannelHandlerContext) {
        open -= 1
        taking?.cancel()
        taking = nil
        if closesAfterAnswer { return leave(context) }
        if open > 0 || isReadingBody { return }
        sending?.cancel()
        sending = close(context, in: pace.nextHead)
    }

    /// Our half first, so that the answer is not lost to a caller who is still sending (RFC 9112, section 9.6).
    private func leave(_ context: ChannelHandlerContext) {
        context.close(mode: .output, promise: nil)
        sending?.cancel()
        sending = close(context, in: 2)
    }

    private func close(_ context: ChannelHandlerContext, in seconds: Int) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(seconds))) { context.close(promise: nil) }
    }
}

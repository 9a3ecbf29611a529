<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of these classes; ./dev stubs makes the header
 * of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace WsChat {

    /**
     * The numbers of a server at one moment: Server::stats(). They begin at 0 when the server is made, but for
     * connections, open, queuedBytes and unfinishedBytes, which are of the moment, and those of the whole process,
     * exceptions, longestTurn and callbacks. WebSockets behind a layer written in PHP count as bytes, not as messages.
     *
     * @not-serializable
     * @strict-properties
     */
    final class Stats
    {
        /** Connections that have not ended, whatever their state. */
        public readonly int $connections;

        /** Those that the application has: WebSockets, and plain TCP of a server without an HttpServer. */
        public readonly int $open;

        /** Connections accepted, and … */
        public readonly int $accepted;

        /** … how many of them have ended. */
        public readonly int $ended;

        /** Requests answered with 101. */
        public readonly int $handshakes;

        /** Messages handed to onMessage(); fragments are one, control frames none. */
        public readonly int $messagesReceived;

        /** Messages queued for the kernel, those of a broadcast for each connection; what slow_policy drops is none. */
        public readonly int $messagesSent;

        /** Bytes read, request heads and frame headers included, those of TLS itself left out. */
        public readonly int $bytesReceived;

        /** Bytes that the kernel has taken, in the same way. */
        public readonly int $bytesSent;

        /** WebSockets that have ended without a Close from either side: a client that is gone, or one that we cut. */
        public readonly int $lost;

        /** Bytes that wait to be sent (max_total_queued_bytes). */
        public readonly int $queuedBytes;

        /** Bytes of unfinished messages and request heads (max_receive_bytes). */
        public readonly int $unfinishedBytes;

        /** Messages dropped: 'slow' by slow_policy, 'rate' by rate_policy. */
        public readonly array $messagesDropped;

        /** Messages in whose place sendLatest() has put another. */
        public readonly int $messagesReplaced;

        /** Connections ended by us: 'slow' for their queue, 'rate' for what they sent. */
        public readonly array $connectionsDropped;

        /** Times that rate_policy has stopped reading a connection for a while. */
        public readonly int $rateWaits;

        /**
         * Turned away: 'origin' by allowed_origins, 'ban' by a ban, 'on_request' by that callable, 'black_list' by an
         * IpBlackList in front of the HttpServer, 'max_connections_per_address' by that limit.
         */
        public readonly array $refused;

        /**
         * Connections ended as a deadline has passed: 'handshake' (handshake_timeout), 'pong' (pong_timeout and
         * enableKeepAlive()), 'idle' (idle_timeout), 'send' (send_timeout), 'close' (close_timeout).
         */
        public readonly array $timeouts;

        /** Times that no connection could be accepted for want of descriptors or memory; new ones wait then. */
        public readonly int $acceptFailures;

        /** TLS handshakes that failed. */
        public readonly int $tlsFailures;

        /** Connections of trusted proxies closed for want of a PROXY header. */
        public readonly int $proxyFailures;

        /** Answers of HTTP by class of status, '2xx' to '5xx', 101 left out; not those that PHP writes byte by byte. */
        public readonly array $httpAnswers;

        /** Closing handshakes that the server has begun, by close code: 1000, 1001, 1002, 1007, 1008, 1009, 1011, 'other'. */
        public readonly array $closesSent;

        /** Exceptions of callbacks: 'onError', how many were given to it; 'log', how many have ended in the log. */
        public readonly array $exceptions;

        /** Seconds: the longest time of the last 30 to 60 seconds in which the loop has served nobody else. */
        public readonly float $longestTurn;

        /**
         * How long callbacks have taken, with the option callback_times; else empty. By 'onOpen', 'onMessage', 'onClose',
         * 'onError' and 'other' (timers, streams, signals, what comes after await()), each ['count' => int, 'sum' => float, 'buckets' => array]: how
         * many, the seconds together, and how many took at most so many seconds, by '0.0001', '0.001', '0.01', '0.1', 1
         * and '+Inf'.
         */
        public readonly array $callbacks;

        /** Server::stats() makes one. */
        private function __construct() {}

        /** The same in the text format of Prometheus, version 0.0.4: what metrics_path answers with. */
        public function toPrometheus(): string {}
    }
}

<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of this namespace; ./dev stubs makes the
 * header of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet\WebSocket {

    /**
     * For a component that names the sub-protocols it speaks (RFC 6455 section 1.9).
     * Mirrors Ratchet\WebSocket\WsServerInterface.
     */
    interface WsServerInterface
    {
        /**
         * Asked once, by the constructor of WsServer.
         *
         * @return string[] names of sub-protocols, as in Sec-WebSocket-Protocol
         */
        public function getSubProtocols();
    }

    /**
     * Mirrors Ratchet\WebSocket\MessageCallableInterface.
     */
    interface MessageCallableInterface
    {
        /**
         * @param \Ratchet\ConnectionInterface $conn the connection that sent it
         * @param \Ratchet\RFC6455\Messaging\MessageInterface $msg the message with its frames
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $conn, \Ratchet\RFC6455\Messaging\MessageInterface $msg);
    }

    /**
     * An application that wants messages as objects, to tell text from binary.
     * Mirrors Ratchet\WebSocket\MessageComponentInterface.
     */
    interface MessageComponentInterface extends \Ratchet\ComponentInterface, MessageCallableInterface
    {
    }

    /**
     * A WebSocket connection. Mirrors Ratchet\WebSocket\WsConnection.
     *
     * @property-read int $resourceId 1, 2, 3 ...: grows with every connection and is never reused
     * @property-read string $remoteAddress the client's IP address, without a port; '' if it has none
     * @property-read string|null $peerCertificate over TLS: the client's certificate as PEM, if the option verify_peer
     *                has asked for one
     * @property-read \stdClass $WebSocket ->closing is true once a Close has been sent
     * @property-read bool $messageIsBinary whether the message that onMessage() got last was binary (RFC 6455 section
     *        5.6): set before the call, it stays until the next message of this connection; false before the first
     * @property-read int $bufferedAmount bytes queued for it that the kernel has not taken yet, frame headers
     *        included; a message that waits under a slow_policy, or was sent by sendLatest(), counts some 90 bytes more
     * @property-read int $droppedMessages messages that slow_policy has dropped
     * @property-read int|null $closeCode the close code (RFC 6455 section 7.4) that ended it: the peer's, 1005 if its
     *        Close had none, ours, 1008 if its queue was full, 1006 if it just went; null as long as nobody closes
     * @property-read string|null $closeReason what that Close said
     * @property-read string|null $closeInitiator who was first: 'peer' and 'server' by a Close or, the server, by
     *        dropping it; 'network': an end without a Close, or no answer to a Ping
     *
     * @not-serializable
     */
    class WsConnection extends \Ratchet\AbstractConnectionDecorator
    {
        /**
         * Sends a text message, or a Frame or Message as it is. Does nothing once the connection is closing.
         *
         * @param string|int|float|bool|\Stringable|\Ratchet\RFC6455\Messaging\DataInterface $msg
         * @return WsConnection
         * @throws \UnderflowException if $msg is null or an incomplete Frame or Message
         * @throws \TypeError if $msg is an array or an object without __toString()
         */
        public function send($msg) {}

        /**
         * Sends a binary message. Does nothing once the connection is closing. Not of Ratchet, where it takes
         * `send(new Frame($data, true, Frame::OP_BINARY))`.
         *
         * @param string $data any bytes
         * @return WsConnection
         * @throws \TypeError if $data is no string, and under strict_types no number or \Stringable either
         */
        public function sendBinary(string $data) {}

        /**
         * Starts the closing handshake (RFC 6455 section 7.1.2). Does nothing once the connection is closing.
         *
         * @param int|\Ratchet\RFC6455\Messaging\DataInterface $code the close code, or a whole Close frame
         * @return void
         */
        public function close($code = 1000) {}

        /**
         * Sends a message that makes an earlier one with the same key worthless: while that one is queued and
         * nothing of it is on its way, this one takes its place in the queue. Else it is sent like any other.
         * Not of Ratchet. A connection that the engine does not serve gets all of them, by its send().
         *
         * @param string|int|float|bool|\Stringable|\Ratchet\RFC6455\Messaging\DataInterface $msg a text, or one
         *        whole text or binary message
         * @param string $key what it is the latest of: 'price of X'; each connection has its own
         * @return WsConnection
         * @throws \UnderflowException if $msg is null
         * @throws \ValueError if $msg is a Frame or Message that is no single plain frame
         * @throws \TypeError if $msg is an array or an object without __toString()
         */
        public function sendLatest($msg, string $key) {}

        /**
         * Reads no more from the client until resume(): no onMessage() comes, and TCP holds the client back.
         * Messages that were read already come first then. Meanwhile its Pings are not answered, no ping of ours
         * is due, and that it leaves is noticed only when something is sent or reading goes on. close() ends the
         * pause. Does nothing once the connection is closing. Not of Ratchet.
         *
         * @return void
         * @throws \LogicException if the connection around which it was made can't be paused
         */
        public function pause() {}

        /**
         * Reads on. Does nothing without a pause().
         *
         * @return void
         * @throws \LogicException if the connection around which it was made can't be paused
         */
        public function resume() {}
    }

    /**
     * What a WsServer keeps of a connection that it serves by its bytes. Mirrors Ratchet\WebSocket\ConnContext.
     */
    class ConnContext
    {
        /** @var \Ratchet\WebSocket\WsConnection|null */
        public $connection = null;

        /** @var \Ratchet\RFC6455\Messaging\MessageBuffer|null what has come of a message */
        public $buffer = null;

        public function __construct(WsConnection $conn, \Ratchet\RFC6455\Messaging\MessageBuffer $buffer) {}
    }

    /**
     * Speaks RFC 6455 for an application. Mirrors Ratchet\WebSocket\WsServer.
     *
     * Behind an IoServer and an HttpServer it is not called: the engine does its work. Its callbacks serve any
     * other connection, on the bytes that follow the request head.
     *
     * @not-serializable
     */
    class WsServer implements \Ratchet\Http\HttpServerInterface
    {
        /**
         * ConnContext by connection, as in Ratchet. Filled in when it is read: what a subclass puts into it
         * does not last.
         *
         * @var \SplObjectStorage|null
         */
        protected $connections = null;

        /**
         * @param \Ratchet\ComponentInterface $component a \Ratchet\WebSocket\MessageComponentInterface, which
         *        gets messages as objects, or a \Ratchet\MessageComponentInterface, which gets strings
         * @throws \UnexpectedValueException if it is neither
         */
        public function __construct(\Ratchet\ComponentInterface $component) {}

        /**
         * Answers the request: with 101, and the application's onOpen() follows, or with what refuses it.
         *
         * @return void
         * @throws \UnexpectedValueException if there is no request
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null) {}

        /**
         * @param string $msg bytes as they came
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Before the application has heard of the connection it is just closed.
         *
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * Answers a Ping and a Close (RFC 6455 section 5.5), takes note of a Pong.
         *
         * @return void
         */
        public function onControlFrame(\Ratchet\RFC6455\Messaging\FrameInterface $frame, WsConnection $conn) {}

        /**
         * Is a client refused that offers sub-protocols of which the application speaks none?
         *
         * @param bool $enable true (the default of a new WsServer): refused with 426; false: accepted without one
         * @return void
         */
        public function setStrictSubProtocolCheck($enable) {}

        /**
         * Ratchet's keepalive instead of the options ping_interval and pong_timeout: every $interval,
         * each connection that has not answered the last Ping is closed and all others are pinged.
         *
         * @param \React\EventLoop\LoopInterface $loop the loop of the server
         * @param int|float $interval seconds, more than 0
         * @return void
         * @throws \ValueError if $interval is not more than 0
         */
        public function enableKeepAlive(\React\EventLoop\LoopInterface $loop, $interval = 30) {}
    }
}

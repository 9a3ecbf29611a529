<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of this namespace; ./dev stubs makes the
 * header of the same name from it. "The protocol" is WAMP version 1: a message
 * is a JSON array whose first element says of which type it is.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet\Wamp {

    /**
     * What a client has sent is no message of the protocol, or the application says so.
     * Thrown in a callback below WampServer, it closes the connection with 1007 and nobody
     * else hears of it. Mirrors Ratchet\Wamp\Exception.
     */
    class Exception extends \Exception
    {
    }

    /**
     * A message is no JSON. The code is json_last_error() at the time it was made, the message
     * says what that means. Mirrors Ratchet\Wamp\JsonException.
     */
    class JsonException extends Exception
    {
        public function __construct() {}
    }

    /**
     * The interface of an application that speaks WAMP. Below WampServer, $conn is a
     * WampConnection and $topic a Topic. Mirrors Ratchet\Wamp\WampServerInterface.
     */
    interface WampServerInterface extends \Ratchet\ComponentInterface
    {
        /**
         * The client calls a procedure and expects callResult() or callError(), now or later.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param string|int|float|null $id the client's name for this call
         * @param Topic|string $topic the URI of the procedure
         * @param array $params its arguments; the only one is spread if it is an array
         * @return void
         */
        public function onCall(\Ratchet\ConnectionInterface $conn, $id, $topic, array $params);

        /**
         * The client has subscribed and is counted already. Not called when it was subscribed before.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param Topic|string $topic
         * @return void
         */
        public function onSubscribe(\Ratchet\ConnectionInterface $conn, $topic);

        /**
         * The client has unsubscribed and is no longer counted. Not called when it was not subscribed.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param Topic|string $topic
         * @return void
         */
        public function onUnSubscribe(\Ratchet\ConnectionInterface $conn, $topic);

        /**
         * The client publishes. Nobody gets it unless this calls $topic->broadcast().
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param Topic|string $topic
         * @param mixed $event whatever JSON can say; objects come as arrays
         * @param array $exclude session ids that shall not get it
         * @param array $eligible session ids that alone shall get it; empty: all
         * @return void
         */
        public function onPublish(\Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible);
    }

    /**
     * One client. $conn->WAMP is a \stdClass with sessionId (string), prefixes (array) and, below
     * TopicManager, subscriptions (\SplObjectStorage of Topic); it lies on the wrapped connection.
     * Mirrors Ratchet\Wamp\WampConnection.
     *
     * @property \stdClass $WAMP
     */
    class WampConnection extends \Ratchet\AbstractConnectionDecorator
    {
        /**
         * Gives the connection its session id and sends the welcome message.
         */
        public function __construct(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Answers a call.
         *
         * @param string|int|float|null $id as onCall() has got it
         * @param mixed $data what json_encode() takes
         * @return WampConnection
         */
        public function callResult($id, $data = []) {}

        /**
         * Refuses a call.
         *
         * @param string|int|float|null $id as onCall() has got it
         * @param Topic|string $errorUri
         * @param string $desc for people
         * @param mixed $details for programs; null: none are sent
         * @return WampConnection
         */
        public function callError($id, $errorUri, $desc = '', $details = null) {}

        /**
         * Sends an event of a topic to this client alone.
         *
         * @param Topic|string $topic
         * @param mixed $msg what json_encode() takes
         * @return WampConnection
         */
        public function event($topic, $msg) {}

        /**
         * Agrees with the client on a short name.
         *
         * @param string $curie the short name
         * @param string $uri what it stands for
         * @return WampConnection
         */
        public function prefix($curie, $uri) {}

        /**
         * The whole URI of a short form: 'name:rest' is the name's URI, '#' and the rest. What has
         * no known name in front, or http:// or https:// anywhere, is returned as it is.
         *
         * @param string $uri
         * @return string
         */
        public function getUri($uri) {}

        /**
         * @param string $data handed to the wrapped connection as it is
         * @return WampConnection
         */
        public function send($data) {}

        /**
         * @param int|\Ratchet\RFC6455\Messaging\DataInterface|null $opt handed to the wrapped connection; null is
         *        the close code 0 to a WsConnection
         * @return void
         */
        public function close($opt = null) {}
    }

    /**
     * A topic and its subscribers. A new one is made for the next subscriber after the last has
     * left; an application may keep the old one. Mirrors Ratchet\Wamp\Topic.
     *
     * @implements \IteratorAggregate<int, \Ratchet\ConnectionInterface>
     */
    class Topic implements \IteratorAggregate, \Countable
    {
        /** @var string */
        private $id = null;

        /** @var \SplObjectStorage */
        private $subscribers = null;

        /**
         * @param string $topicId its URI
         */
        public function __construct($topicId) {}

        /**
         * @return string
         */
        public function getId() {}

        public function __toString(): string {}

        /**
         * Sends an event to the subscribers.
         *
         * @param mixed $msg what json_encode() takes; encoded once for all subscribers
         * @param array $exclude session ids that do not get it
         * @param array $eligible session ids that alone get it; empty: all
         * @return Topic
         */
        public function broadcast($msg, array $exclude = [], array $eligible = []) {}

        /**
         * @return bool
         */
        public function has(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return Topic
         */
        public function add(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return Topic
         */
        public function remove(\Ratchet\ConnectionInterface $conn) {}

        /**
         * The storage itself. The type is taken away at registration, as Ratchet's method has none.
         *
         * @tentative-return-type
         */
        public function getIterator(): \Traversable {}

        /**
         * The number of subscribers. The type is taken away at registration, too.
         *
         * @tentative-return-type
         */
        public function count(): int {}
    }

    /**
     * Makes Topic objects of the URIs that clients name and keeps who has subscribed to which.
     * Mirrors Ratchet\Wamp\TopicManager.
     */
    class TopicManager implements \Ratchet\WebSocket\WsServerInterface, WampServerInterface
    {
        /** @var WampServerInterface */
        protected $app = null;

        /** @var Topic[] by URI */
        protected $topicLookup = [];

        public function __construct(WampServerInterface $app) {}

        /**
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string|int|float|null $id
         * @param string $topic a URI
         * @param array $params
         * @return void
         */
        public function onCall(\Ratchet\ConnectionInterface $conn, $id, $topic, array $params) {}

        /**
         * @param string $topic a URI
         * @return void
         */
        public function onSubscribe(\Ratchet\ConnectionInterface $conn, $topic) {}

        /**
         * @param string $topic a URI
         * @return void
         */
        public function onUnsubscribe(\Ratchet\ConnectionInterface $conn, $topic) {}

        /**
         * @param string $topic a URI
         * @param mixed $event
         * @param array $exclude
         * @param array $eligible
         * @return void
         */
        public function onPublish(\Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible) {}

        /**
         * Tells the application first, which still sees the subscriptions, then ends them.
         *
         * @return void
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * @return string[] those of the application
         */
        public function getSubProtocols() {}

        /**
         * @param string $topic a URI
         * @return Topic the one that exists, or a new one
         */
        protected function getTopic($topic) {}

        /**
         * Takes the connection off the topic, and the topic out of the registry if it was the last.
         *
         * @return void
         */
        protected function cleanTopic(Topic $topic, \Ratchet\ConnectionInterface $conn) {}
    }

    /**
     * Reads the messages of clients and wraps their connections. Mirrors Ratchet\Wamp\ServerProtocol.
     */
    class ServerProtocol implements \Ratchet\MessageComponentInterface, \Ratchet\WebSocket\WsServerInterface
    {
        /** @var int */
        const MSG_WELCOME = 0;
        /** @var int */
        const MSG_PREFIX = 1;
        /** @var int */
        const MSG_CALL = 2;
        /** @var int */
        const MSG_CALL_RESULT = 3;
        /** @var int */
        const MSG_CALL_ERROR = 4;
        /** @var int */
        const MSG_SUBSCRIBE = 5;
        /** @var int */
        const MSG_UNSUBSCRIBE = 6;
        /** @var int */
        const MSG_PUBLISH = 7;
        /** @var int */
        const MSG_EVENT = 8;

        /** @var WampServerInterface */
        protected $_decorating = null;

        /** @var \SplObjectStorage the WampConnection of each connection */
        protected $connections = null;

        public function __construct(WampServerInterface $serverComponent) {}

        /**
         * @return string[] those of the component, and 'wamp'
         */
        public function getSubProtocols() {}

        /**
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg a text message
         * @return void
         * @throws JsonException if it is no JSON
         * @throws Exception if it is no message of the protocol, or lacks a part that its type needs
         * @throws \UnexpectedValueException if the connection was not opened here
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /**
         * @return void
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }

    /**
     * WAMP version 1 for an application, to stand below WsServer: a ServerProtocol around a
     * TopicManager around the application. Mirrors Ratchet\Wamp\WampServer.
     */
    class WampServer implements \Ratchet\MessageComponentInterface, \Ratchet\WebSocket\WsServerInterface
    {
        /** @var ServerProtocol */
        protected $wampProtocol = null;

        public function __construct(WampServerInterface $app) {}

        /**
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Closes the connection with 1007 on a Ratchet\Wamp\Exception.
         *
         * @param string $msg a text message
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $conn, $msg) {}

        /**
         * @return void
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * @return string[] those of the application, and 'wamp'
         */
        public function getSubProtocols() {}
    }
}

<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * Frames and messages of RFC 6455 under the names that Ratchet's rfc6455
 * package gives them (version 0.3.1). The signatures are that package's:
 * parameters are untyped and methods declare no return types, so that classes
 * written against it load on top of these. All lengths are bytes. More
 * arguments than declared are ignored, as PHP functions do.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet\RFC6455\Messaging {

    /**
     * What can be put on the wire: a frame or a whole message.
     */
    interface DataInterface
    {
        /**
         * Whether all of it has arrived.
         *
         * @return bool
         */
        public function isCoalesced();

        /**
         * The length of the payload in bytes.
         *
         * @return int
         */
        public function getPayloadLength();

        /**
         * The payload, unmasked.
         *
         * @return string
         */
        public function getPayload();

        /**
         * The bytes as they stand on the wire, headers included.
         *
         * @return string
         */
        public function getContents();

        /**
         * The payload, unmasked.
         */
        public function __toString(): string;
    }

    /**
     * One frame (RFC 6455 section 5.2).
     */
    interface FrameInterface extends DataInterface
    {
        /**
         * Takes the next bytes from the wire.
         *
         * @param string $buf
         * @return void
         */
        public function addBuffer($buf);

        /**
         * Whether this is the last frame of its message (FIN).
         *
         * @return bool
         */
        public function isFinal();

        /**
         * Whether the payload is masked on the wire (MASK).
         *
         * @return bool
         */
        public function isMasked();

        /**
         * The opcode, 0 to 15.
         *
         * @return int
         */
        public function getOpcode();

        /**
         * The 4 bytes that mask the payload, '' when it is not masked.
         *
         * @return string
         */
        public function getMaskingKey();
    }

    /**
     * One message: the frames from the first to the final one (RFC 6455 section 5.4).
     */
    interface MessageInterface extends DataInterface, \Traversable, \Countable
    {
        /**
         * Appends the next frame.
         *
         * @return MessageInterface
         */
        public function addFrame(FrameInterface $fragment);

        /**
         * The opcode of the first frame.
         *
         * @return int
         */
        public function getOpcode();

        /**
         * Whether the message is binary; otherwise it is text.
         *
         * @return bool
         */
        public function isBinary();
    }

    /**
     * One frame (RFC 6455 section 5.2), made to be sent or filled from the wire.
     *
     * The properties show the frame's state and may be read, the protected ones
     * by a subclass. What a script writes there does not change the frame.
     *
     * @not-serializable
     */
    class Frame implements FrameInterface
    {
        /** @var int */
        const OP_CONTINUE = 0;
        /** @var int */
        const OP_TEXT = 1;
        /** @var int */
        const OP_BINARY = 2;
        /** @var int */
        const OP_CLOSE = 8;
        /** @var int */
        const OP_PING = 9;
        /** @var int */
        const OP_PONG = 10;
        /** @var int */
        const CLOSE_NORMAL = 1000;
        /** @var int */
        const CLOSE_GOING_AWAY = 1001;
        /** @var int */
        const CLOSE_PROTOCOL = 1002;
        /** @var int */
        const CLOSE_BAD_DATA = 1003;
        /** @var int */
        const CLOSE_NO_STATUS = 1005;
        /** @var int */
        const CLOSE_ABNORMAL = 1006;
        /** @var int */
        const CLOSE_BAD_PAYLOAD = 1007;
        /** @var int */
        const CLOSE_POLICY = 1008;
        /** @var int */
        const CLOSE_TOO_BIG = 1009;
        /** @var int */
        const CLOSE_MAND_EXT = 1010;
        /** @var int */
        const CLOSE_SRV_ERR = 1011;
        /** @var int */
        const CLOSE_TLS = 1015;
        /** @var int */
        const MASK_LENGTH = 4;

        /**
         * The bytes held, as they stand on the wire.
         *
         * @var string
         */
        protected $data = "";

        /**
         * How many bytes are held, header included.
         *
         * @var int
         */
        public $bytesRecvd = 0;

        /**
         * The length of the payload by the header, -1 while unknown.
         *
         * @var int
         */
        protected $defPayLen = -1;

        /**
         * FIN, RSV1 to RSV3 and the opcode, -1 while unknown.
         *
         * @var int
         */
        protected $firstByte = -1;

        /**
         * MASK and the 7 bits of length, -1 while unknown.
         *
         * @var int
         */
        protected $secondByte = -1;

        /**
         * An unmasked frame around $payload; without one, an empty frame to be
         * filled by addBuffer().
         *
         * @param string|null $payload int, float, bool and Stringable are cast; default null
         * @param bool $final the FIN bit; default true
         * @param int $opcode one of the OP_ constants, not checked; default 1 (text)
         * @param callable|null $ufExceptionFactory gets a text and returns what is
         *        thrown where bytes are missing; default: an UnderflowException
         * @throws \TypeError if $payload cannot be cast to string or $opcode to int
         */
        public function __construct($payload = null, $final = true, $opcode = 1, ?callable $ufExceptionFactory = null) {}

        /**
         * Whether header and payload are complete.
         *
         * @return bool
         */
        public function isCoalesced() {}

        /**
         * Takes the next bytes from the wire. What follows the frame's end is
         * kept for extractOverflow().
         *
         * @param string $buf
         * @return void
         * @throws \TypeError if $buf cannot be cast to string
         */
        public function addBuffer($buf) {}

        /**
         * The FIN bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function isFinal() {}

        /**
         * Sets or clears the RSV1 bit (RFC 7692 section 6).
         *
         * @param bool $value default true
         * @return Frame this one
         * @throws \UnderflowException before the first byte
         */
        public function setRsv1($value = true) {}

        /**
         * The RSV1 bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function getRsv1() {}

        /**
         * The RSV2 bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function getRsv2() {}

        /**
         * The RSV3 bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function getRsv3() {}

        /**
         * The MASK bit.
         *
         * @return bool
         * @throws \UnderflowException before the second byte
         */
        public function isMasked() {}

        /**
         * The 4 bytes of the masking key, '' when the frame is not masked.
         *
         * @return string
         * @throws \UnderflowException before the key is complete
         */
        public function getMaskingKey() {}

        /**
         * A new masking key: 4 printable ASCII characters from the system's
         * random source (RFC 6455 section 10.3).
         *
         * @return string
         * @throws \Random\RandomException|\Exception if that source fails
         */
        public function generateMaskingKey() {}

        /**
         * Masks the payload (RFC 6455 section 5.3), with a new key if it is masked already.
         *
         * @param string|null $maskingKey 4 ASCII characters; default null: generateMaskingKey()
         * @return Frame this one
         * @throws \InvalidArgumentException if the key is not 4 bytes long
         * @throws \OutOfBoundsException if the key is not ASCII
         * @throws \UnderflowException if the frame is not complete
         */
        public function maskPayload($maskingKey = null) {}

        /**
         * Takes the mask off; nothing happens without one.
         *
         * @return Frame this one
         * @throws \UnderflowException if the frame is not complete
         */
        public function unMaskPayload() {}

        /**
         * XORs bytes with a key that is repeated as often as needed. The frame stays as it is.
         *
         * @param string $maskingKey of any length but 0
         * @param string|null $payload default null: the frame's payload as it stands on the wire
         * @return string
         * @throws \ValueError if the key is empty and the payload is not
         * @throws \UnderflowException if $payload is null and the frame is not complete
         */
        public function applyMask($maskingKey, $payload = null) {}

        /**
         * The opcode.
         *
         * @return int
         * @throws \UnderflowException before the first byte
         */
        public function getOpcode() {}

        /**
         * The 7 bits of length in the second byte: 0 to 125, or 126 and 127 for a longer field.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        protected function getFirstPayloadVal() {}

        /**
         * The size of the length field in bits: 7, 23 or 71.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        protected function getNumPayloadBits() {}

        /**
         * The size of the length field in bytes, the second byte included: 1, 3 or 9.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        protected function getNumPayloadBytes() {}

        /**
         * The payload's length by the header; negative if its highest bit is
         * set, which RFC 6455 section 5.2 forbids: such a frame never completes.
         *
         * @return int
         * @throws \UnderflowException before the length is complete
         */
        public function getPayloadLength() {}

        /**
         * The length of the header: the offset at which the payload starts.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        public function getPayloadStartingByte() {}

        /**
         * The payload, unmasked.
         *
         * @return string
         * @throws \UnderflowException if the frame is not complete
         */
        public function getPayload() {}

        /**
         * The frame's bytes as they stand on the wire, without what follows them.
         *
         * @return string
         * @throws \UnderflowException before the length is complete
         */
        public function getContents() {}

        /**
         * As much of the payload as has arrived, unmasked.
         *
         * @throws \UnderflowException before the header is complete
         */
        public function __toString(): string {}

        /**
         * Takes away what was added beyond the end of the frame.
         *
         * @return string '' if there is nothing or the frame is not complete
         */
        public function extractOverflow() {}
    }

    /**
     * One message: the frames from the first to the final one (RFC 6455 section 5.4).
     *
     * @not-serializable
     */
    class Message implements \IteratorAggregate, MessageInterface
    {
        /**
         * A message without frames.
         */
        public function __construct() {}

        /**
         * The frames in order, as \SplDoublyLinkedList. Frames that are added
         * later appear in it; what a script does to the list does not change
         * the message.
         *
         * @tentative-return-type
         * @return \Traversable
         */
        public function getIterator(): \Traversable {}

        /**
         * How many frames there are.
         *
         * @tentative-return-type
         */
        public function count(): int {}

        /**
         * Whether the last frame is complete and final.
         *
         * @return bool
         */
        public function isCoalesced() {}

        /**
         * Appends the next frame.
         *
         * @return Message this one
         * @throws \UnderflowException if the frame does not know its length yet
         */
        public function addFrame(FrameInterface $fragment) {}

        /**
         * The opcode of the first frame.
         *
         * @return int
         * @throws \UnderflowException without frames
         */
        public function getOpcode() {}

        /**
         * The payload lengths of all frames together, in bytes.
         *
         * @return int
         */
        public function getPayloadLength() {}

        /**
         * The payloads of all frames, unmasked.
         *
         * @return string
         * @throws \UnderflowException if the message is not complete
         */
        public function getPayload() {}

        /**
         * The bytes of all frames as they stand on the wire.
         *
         * @return string
         * @throws \UnderflowException if the message is not complete
         */
        public function getContents() {}

        /**
         * The payloads of the frames there are, unmasked.
         *
         * @throws \UnderflowException if a frame is not complete
         */
        public function __toString(): string {}

        /**
         * Whether the first frame's opcode is Frame::OP_BINARY.
         *
         * @return bool
         * @throws \UnderflowException without frames
         */
        public function isBinary() {}

        /**
         * The RSV1 bit of the first frame, false without frames.
         *
         * @return bool
         */
        public function getRsv1() {}
    }

    /**
     * Which close codes a peer may send (RFC 6455 section 7.4.2 and the IANA
     * registry): 1000 to 1003, 1007 to 1014 and 3000 to 4999.
     *
     * @not-serializable
     */
    class CloseFrameChecker
    {
        public function __construct() {}

        /**
         * Whether the code may be sent.
         *
         * @param int $val
         * @return bool
         * @throws \TypeError if $val cannot be cast to int
         */
        public function __invoke($val) {}
    }

    /**
     * The bytes of one WebSocket connection go in by onData(), its messages and
     * control frames come out by callbacks; without a socket and for either side.
     *
     * What is received is held to RFC 6455 as strictly as by the server: the first
     * byte that breaks a rule ends the connection. Then $onControl gets the Close
     * frame that is to be sent, and nothing more is delivered; nor is anything
     * after a Close frame of the peer.
     *
     * A callback that feeds the buffer gets what waits delivered in order, before
     * onData() returns. If one throws, onData() throws, and what has not been read
     * is delivered at the next call.
     *
     * @not-serializable
     */
    class MessageBuffer
    {
        /**
         * @param CloseFrameChecker $frameChecker is asked about received close codes
         * @param callable $onMessage gets a Message and this buffer
         * @param callable|null $onControl gets a Frame and this buffer: a Ping, a
         *        Pong, or the Close that is to be sent back; default: nobody is told
         * @param bool $expectMask true: the peer is a client, whose frames must be
         *        masked; false: it is a server, whose must not, and what is sent is
         *        masked; default true
         * @param callable|null $exceptionFactory what newFrame() gives its frames; default null
         * @param int|null $maxMessagePayloadSize bytes; 0: no limit; default: a quarter
         *        of memory_limit, or wschat.max_message_size if that is unlimited
         * @param int|null $maxFramePayloadSize bytes, likewise
         * @param callable|null $sender gets the bytes that sendFrame() and sendMessage() make; default null
         * @param \Ratchet\RFC6455\Handshake\PermessageDeflateOptions|null $permessageDeflateOptions what
         *        was agreed on (RFC 7692); default: no compression
         * @throws \InvalidArgumentException if a limit is no int or negative, or
         *         compression is enabled without $sender
         * @throws \TypeError if $exceptionFactory is neither callable nor null or false
         */
        public function __construct(CloseFrameChecker $frameChecker, callable $onMessage, ?callable $onControl = null, $expectMask = true, $exceptionFactory = null, $maxMessagePayloadSize = null, $maxFramePayloadSize = null, ?callable $sender = null, ?\Ratchet\RFC6455\Handshake\PermessageDeflateOptions $permessageDeflateOptions = null) {}

        /**
         * Takes the next bytes from the wire and calls back.
         *
         * @param string $data
         * @return void
         * @throws \LogicException if a subclass has not called this constructor
         * @throws \Throwable what a callback throws
         */
        public function onData($data) {}

        /**
         * Whether the frame may come now: it itself, or the Close frame that is the
         * answer to it. A subclass that overrides it is asked about control frames as
         * they come and about the frames of a message when that is complete.
         *
         * @return FrameInterface
         */
        public function frameCheck(FrameInterface $frame) {}

        /**
         * Whether the message is binary or its payload valid UTF-8.
         *
         * @return bool|int true, or the close code 1007
         */
        public function checkMessage(MessageInterface $message) {}

        /**
         * An empty message.
         *
         * @return MessageInterface
         */
        public function newMessage() {}

        /**
         * A frame with this buffer's exception factory.
         *
         * @param string|null $payload default null: an empty frame to be filled by addBuffer()
         * @param bool|null $final default null: true
         * @param int|null $opcode default null: Frame::OP_TEXT
         * @return FrameInterface
         */
        public function newFrame($payload = null, $final = null, $opcode = null) {}

        /**
         * A Close frame (RFC 6455 section 5.5.1).
         *
         * @param int $code its low 16 bits are used
         * @param string $reason default ''
         * @return FrameInterface
         */
        public function newCloseFrame($code, $reason = '') {}

        /**
         * Gives the bytes of the frame to the sender, masked if the peer is a server
         * and compressed if that was agreed on and makes it smaller. Any
         * FrameInterface is taken.
         *
         * @return void
         * @throws \Exception if there is no sender
         */
        public function sendFrame(Frame $frame) {}

        /**
         * Sends a message, or a fragment of one: the first with the opcode, the others
         * as continuations.
         *
         * @param string $messagePayload
         * @param bool $final whether it ends the message; default true
         * @param bool $isBinary the same for all fragments of a message; default false
         * @return void
         * @throws \Exception if there is no sender, or $isBinary has changed within a message
         */
        public function sendMessage($messagePayload, $final = true, $isBinary = false) {}
    }
}

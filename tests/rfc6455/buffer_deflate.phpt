--TEST--
MessageBuffer: compression both ways, between our two sides and with PHP's own zlib
--EXTENSIONS--
wschat
zlib
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Handshake\PermessageDeflateOptions as Options;
use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\MessageBuffer;

/* A server and a client that agreed on this; what goes between them is noted. */
function pair(Options $options, array &$log, array &$wire): array
{
    $client = $server = null;
    $note = function (string $bytes) use (&$wire) {
        $frame = new Frame();
        $frame->addBuffer($bytes);
        $wire[] = $frame->getOpcode() . ($frame->getRsv1() ? 'c' : '') . ($frame->isFinal() ? '.' : '-') . $frame->getPayloadLength();
    };
    $server = logging_buffer($log, permessageDeflateOptions: $options, sender: function ($bytes) use (&$client, $note) {
        $note($bytes);
        $client->onData($bytes);
    });
    $client = logging_buffer($log, permessageDeflateOptions: $options, expectMask: false, sender: function ($bytes) use (&$server, $note) {
        $note($bytes);
        foreach (str_split($bytes, 7) as $part) {
            $server->onData($part);
        }
    });
    return [$server, $client];
}

$all = [
    'default' => Options::createEnabled(),
    'no takeover' => Options::createEnabled()->withServerNoContextTakeover()->withClientNoContextTakeover(),
    'one of each' => Options::createEnabled()->withServerNoContextTakeover(),
    'small windows' => Options::createEnabled()->withServerMaxWindowBits(9)->withClientMaxWindowBits(8),
];
$text = str_repeat('All the king\'s horses and all the king\'s men. ', 20);
$accents = str_repeat('é', 5000);
mt_srand(1);
$noise = implode(array_map(fn () => chr(mt_rand(0, 255)), range(1, 2000)));
foreach ($all as $name => $options) {
    $log = $wire = [];
    [$server, $client] = pair($options, $log, $wire);
    $expected = [];
    foreach ([$server, $client] as $side) {
        foreach ([$text, $text, '', 'x', $text] as $message) {
            $side->sendMessage($message);
            $expected[] = "text($message)";
        }
        $side->sendMessage($noise, true, true);
        $expected[] = "binary($noise)";
        $side->sendMessage($text);
        $expected[] = "text($text)";
        $side->sendMessage($text, false);
        $side->sendFrame(new Frame('between', true, Frame::OP_PING));
        $side->sendMessage('', false);
        $side->sendMessage($text, false);
        $side->sendMessage('');
        $expected[] = 'ping(between)';
        $expected[] = "text($text$text)";
        $side->sendMessage('', false);
        $side->sendMessage('end');
        $expected[] = 'text(end)';
        $side->sendFrame(new Frame($text, false));
        $side->sendFrame(new Frame($accents, true, Frame::OP_CONTINUE));
        $expected[] = "text($text$accents)";
    }
    var_dump($log === $expected);
    echo "$name: ", implode(' ', array_slice($wire, 0, 6)), "\n  ", implode(' ', array_slice($wire, 7, 7)), "\n";
}

echo "-- each side has its own window\n";
$far = base64_encode($noise . strrev($noise) . str_rot13($noise) . strrev(str_rot13($noise)));
foreach ([Options::createEnabled()->withClientMaxWindowBits(9), Options::createEnabled()->withServerMaxWindowBits(9)] as $options) {
    $log = $wire = [];
    [$server, $client] = pair($options, $log, $wire);
    foreach ([$server, $client] as $side) {
        $side->sendMessage($far);
        $side->sendMessage($far);
    }
    var_dump($log === array_fill(0, 4, "text($far)"));
    [, $by_server, , $by_client] = array_map(fn ($frame) => (int) explode('.', $frame)[1], $wire);
    echo $by_server < 200 ? 'small' : 'large', ' ', $by_client < 200 ? 'small' : 'large', "\n";
}

echo "-- a frame that is compressed already goes out as it is\n";
$log = $wire = [];
[$server] = pair($all['no takeover'], $log, $wire);
$server->sendFrame((new Frame(substr(deflate_add(deflate_init(ZLIB_ENCODING_RAW), 'from zlib', ZLIB_SYNC_FLUSH), 0, -4)))->setRsv1());
$server->sendFrame((new Frame(substr($deflated = deflate_add(deflate_init(ZLIB_ENCODING_RAW), 'in two parts', ZLIB_SYNC_FLUSH), 0, 5), false))->setRsv1());
$server->sendFrame(new Frame(substr($deflated, 5, -4), true, Frame::OP_CONTINUE));
echo implode(' ', $log), "\n";

echo "-- what we send, zlib reads\n";
$inflate = inflate_init(ZLIB_ENCODING_RAW);
$server = logging_buffer($log, permessageDeflateOptions: Options::createEnabled(), sender: function ($bytes) use ($inflate) {
    $frame = new Frame();
    $frame->addBuffer($bytes);
    echo strlen(inflate_add($inflate, $frame->getPayload() . "\0\0\xFF\xFF", ZLIB_SYNC_FLUSH)), ' ';
});
$server->sendMessage($text);
$server->sendMessage($text . $text);
echo "\n";

echo "-- what can't be inflated, and what is too much\n";
$enabled = ['sender' => 'strlen', 'permessageDeflateOptions' => Options::createEnabled()];
$compressed = fn ($payload, $final = true) => (new Frame($payload, $final))->setRsv1()->maskPayload('mask')->getContents();
$deflate = fn ($text) => substr(deflate_add(deflate_init(ZLIB_ENCODING_RAW), $text, ZLIB_SYNC_FLUSH), 0, -4);
echo told($compressed("\xFF\xFF\xFF"), 0, ...$enabled), "\n";
echo told($compressed($deflate("a\xFF")), 1, ...$enabled), "\n";
echo told($compressed(''), 0, ...$enabled), "\n";
echo told($compressed($deflate('a')) . masked('b') . $compressed($deflate('c'), false) . $compressed('d'), 3, ...$enabled), "\n";
echo told($compressed($deflate(str_repeat('x', 100))), 1, ...$enabled + ['maxMessagePayloadSize' => 99]), "\n";
echo told($compressed($deflate(str_repeat('x', 100))), 1, ...$enabled + ['maxMessagePayloadSize' => 100]), "\n";
echo told($compressed($deflate(str_repeat('x', 4 << 20))), 0, ...$enabled), "\n";
echo told((new Frame('', true, 9))->setRsv1()->maskPayload()->getContents(), 0, ...$enabled), "\n";
echo told($compressed($deflate('x')), 0, sender: 'strlen', permessageDeflateOptions: Options::createDisabled()), "\n";

echo "-- left in the middle\n";
$buffer = logging_buffer($log, ...$enabled);
$buffer->onData(substr($compressed($deflate($text)), 0, 20));
$buffer->sendMessage($text, false);
unset($buffer);

try {
    logging_buffer($log, permessageDeflateOptions: Options::createEnabled());
} catch (InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
try {
    new MessageBuffer(new CloseFrameChecker(), 'strlen', null, true, null, null, null, 'strlen', 'x');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
bool(true)
default: 1c.46 1c.11 1.0 1.1 1c.11 2.2000
  1c-15 9.7 0-0 0-15 0.1 1c-0 0.5
bool(true)
no takeover: 1c.46 1c.46 1.0 1.1 1c.46 2.2000
  1c-50 9.7 0-0 0-15 0.1 1c-0 0.5
bool(true)
one of each: 1c.46 1c.46 1.0 1.1 1c.46 2.2000
  1c-50 9.7 0-0 0-15 0.1 1c-0 0.5
bool(true)
small windows: 1c.46 1c.11 1.0 1.1 1c.11 2.2000
  1c-15 9.7 0-0 0-15 0.1 1c-0 0.5
-- each side has its own window
bool(true)
small large
bool(true)
large small
-- a frame that is compressed already goes out as it is
text(from zlib) text(in two parts)
-- what we send, zlib reads
920 1840 
-- what can't be inflated, and what is too much
close(1007 Invalid compressed data)
close(1007 Ratchet detected an invalid UTF-8 payload)
close(1007 Invalid compressed data)
text(a) text(b) close(1002 Ratchet detected invalid OP code when expecting continue frame)
close(1009 Maximum message size exceeded)
text(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
close(1009 Maximum compression ratio exceeded)
close(1002 Ratchet detected an invalid reserve code)
close(1002 Ratchet detected an invalid reserve code)
-- left in the middle
sender must be set when deflate is enabled
Ratchet\RFC6455\Messaging\MessageBuffer::__construct(): Argument #9 ($permessageDeflateOptions) must be of type ?Ratchet\RFC6455\Handshake\PermessageDeflateOptions, string given

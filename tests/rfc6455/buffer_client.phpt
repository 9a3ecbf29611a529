--TEST--
MessageBuffer: the side of a client, whose peer must not mask
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\Frame;

$bytes = unmasked('héllo', 1, false) . unmasked('ping', 9) . unmasked(' wörld', 0) . unmasked("bytes", 2) . unmasked("\x03\xE8ok", 8) . unmasked('never');
foreach ([0, 1, 2, 7] as $step) {
    echo told($bytes, $step, expectMask: false), "\n";
}
echo told(unmasked('a') . masked('b') . unmasked('never'), 1, expectMask: false), "\n";
echo told("\xC1\x01a", 0, expectMask: false), "\n";
echo told("\x81\x02\xC0\x80", 0, expectMask: false), "\n";

echo "-- both sides talk to each other\n";
$server = $client = null;
$log = [];
$client = logging_buffer($log, expectMask: false, sender: function ($bytes) use (&$server) {
    $server->onData($bytes);
});
$server = logging_buffer($log, sender: function ($bytes) use (&$client) {
    $client->onData($bytes);
});
$client->sendMessage('from the client');
$server->sendMessage('from the server', true, true);
$client->sendMessage('in ', false);
$client->sendFrame($client->newFrame('', true, Frame::OP_PING));
$client->sendMessage('three ', false);
$client->sendMessage('parts', true);
$server->sendFrame($server->newCloseFrame(4000, 'why'));
echo implode("\n", $log), "\n";
?>
--EXPECT--
ping(ping) text/2(héllo wörld) binary(bytes) close(1000 ok)
ping(ping) text/2(héllo wörld) binary(bytes) close(1000 ok)
ping(ping) text/2(héllo wörld) binary(bytes) close(1000 ok)
ping(ping) text/2(héllo wörld) binary(bytes) close(1000 ok)
text(a) close(1002 Ratchet detected an incorrect frame mask)
close(1002 Ratchet detected an invalid reserve code)
close(1007 Ratchet detected an invalid UTF-8 payload)
-- both sides talk to each other
text(from the client)
binary(from the server)
ping()
text/3(in three parts)
close(4000 why)

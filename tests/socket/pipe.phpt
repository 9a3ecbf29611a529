--TEST--
pipe(): data, back pressure, the end, and who forgets whom
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

final class Sink extends Evenement\EventEmitter implements React\Stream\WritableStreamInterface
{
    public string $got = '';
    public bool $open = true;
    public bool $more = true;
    public function isWritable() { return $this->open; }
    public function write($data) { $this->got .= $data; return $this->more; }
    public function end($data = null) { echo "  end of the sink\n"; $this->close(); }
    public function close() { if ($this->open) { $this->open = false; $this->emit('close'); } }
}

function counts(Evenement\EventEmitterInterface $e): string
{
    $counts = array_map('count', $e->listeners());
    ksort($counts);
    return json_encode($counts);
}

foreach (['to the end', ['end' => false], 'sink closes', 'sink says stop', 'closed sink', 'closed source'] as $what) {
    $options = is_array($what) ? $what : [];
    echo is_array($what) ? 'without end' : $what, "\n";
    $loop = loop();
    $server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
    $sink = new Sink;
    $sink->on('pipe', function ($source) use (&$connection) { echo '  piped ', json_encode($source === $connection), "\n"; });
    $server->on('connection', function ($c) use ($sink, $options, $what, $server, &$connection) {
        $connection = $c;
        if ($what === 'closed sink') { $sink->close(); }
        if ($what === 'closed source') { $c->close(); }
        var_dump($c->pipe($sink, $options) === $sink);
        echo '  source ', counts($c), "\n  sink ", counts($sink), "\n";
        $server->close();
    });
    $client = new Client($loop, $server->getAddress());
    $client->write('first');
    if ($what === 'sink says stop') { $sink->more = false; }
    if ($what === 'closed sink') {
        run($loop, function () use (&$connection) { return (bool) $connection; });
        $connection->close();
    } elseif ($what !== 'closed source') {
        run($loop, fn() => $sink->got === 'first');
        if ($what === 'sink closes') {
            $sink->close();
            echo '  source ', counts($connection), "\n";
            $connection->close();
        }
        if ($what === 'sink says stop') {
            $client->write('second');
            $turned = false;
            $loop->addTimer(0.02, function () use (&$turned) { $turned = true; });
            run($loop, function () use (&$turned) { return $turned; });
            echo "  $sink->got\n";
            $sink->more = true;
            $sink->emit('drain');
            run($loop, fn() => $sink->got === 'firstsecond');
            echo "  $sink->got\n";
        }
        $client->ended || $client->shutdown();
    }
    run($loop);
    echo "  $sink->got ", json_encode($sink->open), "\n  source ", counts($connection), "\n  sink ", counts($sink), "\n";
    unset($connection);
    $connection = null;
}

echo "echo\n";
$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$server->on('connection', function ($c) use ($server) { $c->pipe($c); $server->close(); });
$client = (new Client($loop, $server->getAddress()))->write(str_repeat('0123456789', 300000));
run($loop, fn() => strlen($client->got) === 3000000);
$client->close();
var_dump(sha1($client->got) === sha1(str_repeat('0123456789', 300000)));
run($loop);
?>
--EXPECT--
to the end
  piped true
bool(true)
  source {"close":1,"data":1,"end":1}
  sink {"close":2,"drain":1,"pipe":1}
  end of the sink
  first false
  source []
  sink {"close":2,"pipe":1}
without end
  piped true
bool(true)
  source {"close":1,"data":1}
  sink {"close":1,"drain":1,"pipe":1}
  first true
  source []
  sink {"close":1,"pipe":1}
sink closes
  piped true
bool(true)
  source {"close":1,"data":1,"end":1}
  sink {"close":2,"drain":1,"pipe":1}
  source {"close":1}
  first false
  source []
  sink {"close":2,"pipe":1}
sink says stop
  piped true
bool(true)
  source {"close":1,"data":1,"end":1}
  sink {"close":2,"drain":1,"pipe":1}
  first
  firstsecond
  end of the sink
  firstsecond false
  source []
  sink {"close":2,"pipe":1}
closed sink
bool(true)
  source []
  sink {"pipe":1}
   false
  source []
  sink {"pipe":1}
closed source
bool(true)
  source []
  sink {"pipe":1}
   true
  source []
  sink {"pipe":1}
echo
bool(true)

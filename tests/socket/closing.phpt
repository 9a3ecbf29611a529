--TEST--
Connection: the other side's end closes it, also with output queued; close() forgets the queue, end() sends it
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$handlers = [
    'the other side ends' => function ($c, $client) { $client->shutdown(); },
    'the other side ends, more is queued' => function ($c, $client) {
        $c->on('end', function () use ($c) { var_dump($c->write('never sent')); });
        $client->shutdown();
    },
    'end() without data' => function ($c) { $c->end(); },
    'end() twice' => function ($c) { $c->write('a'); $c->end('b'); $c->end('c'); },
    'end() of more than fits' => function ($c) { $c->end(str_repeat('x', 3000000)); },
    'close() with a queue' => function ($c) { $c->write('lost'); $c->close(); $c->close(); },
    'end(), then close()' => function ($c) { $c->end('lost'); $c->close(); },
    'close() in close' => function ($c) { $c->on('close', function () use ($c) { $c->close(); }); $c->close(); },
    'close() in data' => function ($c, $client) { $c->on('data', function () use ($c) { $c->close(); }); $client->write('x'); },
    'end() in end' => function ($c, $client) { $c->on('end', function () use ($c) { $c->end('x'); }); $client->shutdown(); },
    'close() of the stream behind its back' => function ($c, $client) {
        $client->write('x');
        $c->pause();
        fclose($c->stream);
        $c->resume();
        $c->close();
    },
    'handleClose()' => function ($c) { $c->handleClose(); },
];
foreach ($handlers as $what => $handler) {
    $loop = loop();
    $server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
    echo "$what\n";
    $server->on('connection', function ($c) use ($handler, $server, &$client) {
        tell($c, ' ', 'data', 'end', 'error', 'close');
        $handler($c, $client);
        $server->close();
    });
    $client = new Client($loop, $server->getAddress());
    run($loop);
    echo '  client got ', strlen($client->got), "\n";
}
?>
--EXPECT--
the other side ends
  end
  close
  client got 0
the other side ends, more is queued
  end
bool(true)
  close
  client got 0
end() without data
  close
  client got 0
end() twice
  close
  client got 2
end() of more than fits
  close
  client got 3000000
close() with a queue
  close
  client got 0
end(), then close()
  close
  client got 0
close() in close
  close
  client got 0
close() in data
  data 'x'
  close
  client got 0
end() in end
  end
  close
  client got 0
close() of the stream behind its back
  close
  client got 0
handleClose()
  end
  close
  client got 0

// Until the first file of this layer lands.
